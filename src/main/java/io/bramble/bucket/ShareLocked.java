package io.bramble.bucket;

/** A link wants its password first. */
public class ShareLocked extends RuntimeException {
    ShareLocked() {
        super("This link has a password. Whoever sent it knows it.");
    }
}
