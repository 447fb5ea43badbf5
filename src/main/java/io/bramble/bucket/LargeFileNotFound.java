package io.bramble.bucket;

/** No file in parts of this id belongs to this upload. */
public final class LargeFileNotFound extends RuntimeException {
    LargeFileNotFound() {
        super("This upload has no such file in parts. Begin it.");
    }
}
