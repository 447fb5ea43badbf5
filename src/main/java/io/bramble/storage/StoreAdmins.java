package io.bramble.storage;

import io.bramble.storage.minio.MinioStoreAdmin;
import java.time.Clock;

/** Opens the administration of engines that run elsewhere. */
public final class StoreAdmins {
    private StoreAdmins() {}

    /**
     * A MinIO or Silo server. Calls nothing; cheap, and the result may be kept and shared between threads. Each call
     * connects within 3 s and waits at most 5 s for an answer.
     *
     * @param root the server's own credentials
     */
    public static StoreAdmin minio(AdminAddress address, Credentials root, Clock clock) {
        return MinioStoreAdmin.open(address, root, clock);
    }
}
