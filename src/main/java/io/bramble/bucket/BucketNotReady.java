package io.bramble.bucket;

/** The bucket is not usable now: still being made, or deleted. The message says which. */
public class BucketNotReady extends RuntimeException {
    BucketNotReady(BucketState state) {
        super(
                switch (state) {
                    case PROVISIONING, READY -> "The bucket is still being made. Try again in a moment.";
                    case FAILED -> "The bucket could not be made yet; its page says why.";
                    case DELETED -> "The bucket is deleted. Restore it to use it again.";
                    case PURGING -> "The bucket is being purged.";
                });
    }
}
