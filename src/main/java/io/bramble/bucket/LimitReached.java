package io.bramble.bucket;

/** The account has as many of these as its plan allows. */
public class LimitReached extends RuntimeException {
    LimitReached(String things, int limit) {
        super("Your account has its " + limit + " " + things + ". Remove one, or ask for a larger plan.");
    }
}
