package io.bramble.storage;

import io.bramble.storage.minio.MinioObjectStore;

/** Opens object stores. */
public final class ObjectStores {
    private ObjectStores() {}

    /** Calls nothing; cheap, and the result may be kept and shared between threads. */
    public static ObjectStore open(StoreAddress address, Credentials credentials) {
        return MinioObjectStore.open(address, credentials);
    }
}
