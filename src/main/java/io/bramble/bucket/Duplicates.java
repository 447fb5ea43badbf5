package io.bramble.bucket;

/** What becomes of a name that is taken. */
public enum Duplicates {
    /** The one that is there stays. */
    SKIP,
    REPLACE,
    /** The new one becomes {@code name (2).ext}. */
    KEEP_BOTH
}
