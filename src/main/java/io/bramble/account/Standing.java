package io.bramble.account;

/** Whether an account may write, read, or nothing. */
public enum Standing {
    ACTIVE,
    WARNED,
    READ_ONLY,
    SUSPENDED,
    CLOSED;

    public boolean writes() {
        return this == ACTIVE || this == WARNED;
    }

    public boolean reads() {
        return writes() || this == READ_ONLY;
    }
}
