package io.bramble.storage.minio;

import io.bramble.storage.Credentials;
import io.bramble.storage.ObjectCopy;
import io.bramble.storage.StoreAddress;

/** Copies as of more than 5 GiB, of less. */
public final class CopiesInParts {
    private static final long PART = 5L << 20;

    private CopiesInParts() {}

    public static void make(StoreAddress address, Credentials credentials, ObjectCopy copy) {
        new Copies(new Requests(address, credentials), PART, PART).make(copy);
    }
}
