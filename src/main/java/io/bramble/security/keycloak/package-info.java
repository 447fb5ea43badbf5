/** Makes Keycloak's realm what {@code keycloak/realm.json} says: at every local start, and by the migration job. */
@NullMarked
package io.bramble.security.keycloak;

import org.jspecify.annotations.NullMarked;
