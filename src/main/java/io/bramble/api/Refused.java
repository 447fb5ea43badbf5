package io.bramble.api;

/** Refusals that modules tell as values, here as exceptions: a POST that is refused must not be kept as an answer. */
abstract sealed class Refused extends RuntimeException {
    private Refused(String message) {
        super(message);
    }

    static final class NameTaken extends Refused {
        NameTaken(String message) {
            super(message);
        }
    }

    static final class NameReserved extends Refused {
        NameReserved(String message) {
            super(message);
        }
    }

    static final class TooMany extends Refused {
        TooMany(int most) {
            super("Your plan allows " + most + " buckets. Delete one, or ask for a larger plan.");
        }
    }
}
