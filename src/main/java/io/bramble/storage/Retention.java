package io.bramble.storage;

/**
 * How long objects cannot be deleted.
 *
 * @param days 1 or more
 */
public record Retention(Mode mode, int days) {
    /** Whether anybody may lift it. */
    public enum Mode {
        /** Administrators may. */
        GOVERNANCE,
        /** Nobody may. */
        COMPLIANCE
    }
}
