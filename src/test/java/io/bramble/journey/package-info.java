/**
 * Bramble as people and their programs meet it: the packaged jar with real PostgreSQL, Keycloak and storage, a real
 * browser, and the real {@code aws}, {@code rclone} and {@code mc}. All journeys share one {@link io.bramble.journey.Stage}.
 */
@NullMarked
package io.bramble.journey;

import org.jspecify.annotations.NullMarked;
