package io.bramble.bucket;

import io.bramble.provisioning.Engines;
import io.bramble.storage.Credentials;
import io.bramble.storage.ObjectStore;
import io.bramble.storage.ObjectStores;
import io.bramble.storage.StoreAddress;
import io.bramble.storage.StoreAdmin;
import org.springframework.stereotype.Component;

/** Opens the engine of a bucket. */
@Component
class Stores {
    private final Engines engines;

    Stores(Engines engines) {
        this.engines = engines;
    }

    StoreAdmin admin(Bucket bucket) {
        return engines.admin(bucket.engineId());
    }

    ObjectStore open(Bucket bucket, Credentials credentials) {
        return ObjectStores.open(engines.address(bucket.engineId(), bucket.namespace()), credentials);
    }

    /** By the door that programs use, whatever shorter way there is. */
    ObjectStore openAsPublic(Bucket bucket, Credentials credentials) {
        var address = engines.address(bucket.engineId(), bucket.namespace());
        return ObjectStores.open(
                new StoreAddress(address.publicEndpoint(), address.publicEndpoint(), address.region()), credentials);
    }
}
