package io.bramble.bucket;

/** There is no link of this id, or it is another account's. */
public class ShareNotFound extends RuntimeException {
    ShareNotFound() {
        super("There is no link with this id.");
    }
}
