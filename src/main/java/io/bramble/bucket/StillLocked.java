package io.bramble.bucket;

/** A purge came to objects that cannot be deleted before their locks end. */
final class StillLocked extends RuntimeException {
    StillLocked() {
        super("Objects are locked. They are erased when their locks have ended; all access is cut.");
    }
}
