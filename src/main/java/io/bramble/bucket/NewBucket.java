package io.bramble.bucket;

/**
 * A wish for a bucket.
 *
 * @param name as {@link BucketName} has it, which refuses others
 * @param objectLock whether its objects can be locked, which cannot be decided later
 */
public record NewBucket(String name, boolean objectLock) {
    public NewBucket {
        name = new BucketName(name).value();
    }
}
