package io.bramble.bucket;

/** Too late to restore: nothing of the bucket may be counted on. */
public class PurgeStarted extends RuntimeException {
    PurgeStarted() {
        super("The bucket is being purged; it can't be restored any more.");
    }
}
