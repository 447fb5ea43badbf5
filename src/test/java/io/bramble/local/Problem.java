package io.bramble.local;

/** What keeps the platform from running, in words for the person who started it: no stack trace is needed. */
final class Problem extends RuntimeException {

    Problem(String message) {
        super(message);
    }

    Problem(String message, Throwable cause) {
        super(message, cause);
    }
}
