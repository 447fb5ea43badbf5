package io.bramble.security.keycloak;

/** Keycloak answered a request with anything but success; the message names the request and Keycloak's reason. */
public final class KeycloakRefused extends RuntimeException {

    KeycloakRefused(String request, int status, String reason) {
        super("Keycloak answered %s with %d: %s".formatted(request, status, reason));
    }
}
