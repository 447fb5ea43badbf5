package io.bramble.api;

import java.util.UUID;

/** No such token, or not the caller's. */
class TokenNotFound extends RuntimeException {
    TokenNotFound(UUID id) {
        super("There is no token " + id + ".");
    }
}
