package io.bramble.bucket;

/** The account has as many of these as it may. */
public class LimitReached extends RuntimeException {
    LimitReached(String things, int limit) {
        super("Your account has its " + limit + " " + things + ". Remove one, or ask for a larger plan.");
    }

    LimitReached(String message) {
        super(message);
    }
}
