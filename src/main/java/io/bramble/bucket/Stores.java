package io.bramble.bucket;

import io.bramble.provisioning.Engines;
import io.bramble.storage.Capabilities;
import io.bramble.storage.CorsRule;
import io.bramble.storage.Credentials;
import io.bramble.storage.ObjectStore;
import io.bramble.storage.ObjectStores;
import io.bramble.storage.StoreAddress;
import io.bramble.storage.StoreAdmin;
import java.net.URI;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Opens the engine of a bucket. */
@Component
class Stores {
    private final Engines engines;
    private final URI console;

    Stores(Engines engines, @Value("${bramble.url}") URI console) {
        this.engines = engines;
        this.console = console;
    }

    StoreAdmin admin(Bucket bucket) {
        return engines.admin(bucket.engineId());
    }

    Capabilities capabilities(Bucket bucket) {
        return engines.capabilities(bucket.engineId());
    }

    /** Which pages may call it: the console's, and those that its owners wish. */
    List<CorsRule> cors(Bucket bucket) {
        return CorsRules.withConsole(console, bucket.wished().cors());
    }

    ObjectStore open(Bucket bucket, Credentials credentials) {
        return ObjectStores.open(engines.address(bucket.engineId(), bucket.namespace()), credentials);
    }

    /** By the door that programs use, whatever shorter way there is. */
    ObjectStore openAsPublic(Bucket bucket, Credentials credentials) {
        var address = engines.address(bucket.engineId(), bucket.namespace());
        return ObjectStores.open(
                new StoreAddress(
                        address.publicEndpoint(), address.publicEndpoint(), address.region(), address.capabilities()),
                credentials);
    }
}
