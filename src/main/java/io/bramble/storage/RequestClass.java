package io.bramble.storage;

/** How a request is billed. */
public enum RequestClass {
    /** Writes and lists. */
    A,
    /** Reads. */
    B,
    /** Deletes, aborts, preflights. */
    FREE
}
