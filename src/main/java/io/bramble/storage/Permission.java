package io.bramble.storage;

/** What one access key may do. */
public enum Permission {
    /** Gets and lists. */
    READ,
    /** Puts, also in parts; sees nothing and deletes nothing. */
    WRITE,
    READ_WRITE
}
