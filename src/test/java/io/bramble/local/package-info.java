/**
 * Everything Bramble needs around it on one machine: PostgreSQL, Keycloak, a mailbox. {@code bin/run} starts it for a
 * person, journeys start it for themselves, module tests take only {@link io.bramble.local.TestPlatform}. It lives among
 * the tests, so production has none of it.
 */
@NullMarked
package io.bramble.local;

import org.jspecify.annotations.NullMarked;
