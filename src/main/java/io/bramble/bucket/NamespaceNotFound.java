package io.bramble.bucket;

/** No namespace of this id in the acting account. */
public class NamespaceNotFound extends RuntimeException {
    NamespaceNotFound() {
        super("There is no such namespace, or it is not yours.");
    }
}
