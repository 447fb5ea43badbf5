package io.bramble.bucket;

/** No access key of this id in the acting account. */
public class KeyNotFound extends RuntimeException {
    KeyNotFound() {
        super("There is no such access key, or it is not yours.");
    }
}
