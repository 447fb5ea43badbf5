package io.bramble.storage;

/** What the standing of a bucket's account allows, above whatever a key says. */
public enum Access {
    READ_WRITE,
    /** Reads, lists and deletes; no new bytes. */
    READ_ONLY,
    NONE
}
