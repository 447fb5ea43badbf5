package io.bramble.bucket;

/** No bucket of this id or name in the acting account. */
public class BucketNotFound extends RuntimeException {
    public BucketNotFound() {
        super("There is no such bucket, or it is not yours.");
    }
}
