package io.bramble.billing;

import org.jspecify.annotations.Nullable;

/** A file of the catalogue cannot be used; the message names the place and the fix. */
public class InvalidCatalogue extends RuntimeException {
    InvalidCatalogue(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
