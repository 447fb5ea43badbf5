package io.bramble.journey;

import io.bramble.storage.Capabilities;
import io.bramble.storage.Capability;
import io.bramble.storage.Credentials;
import io.bramble.storage.ObjectStore;
import io.bramble.storage.ObjectStores;
import io.bramble.storage.SecretKey;
import io.bramble.storage.StoreAddress;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import java.net.URI;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** An access key with its secret, and where it leads. */
public record Key(String id, String endpoint, String region, String bucket, String accessKeyId, String secret) {

    static Key of(JsonNode bucket, JsonNode issued) {
        return new Key(
                Api.id(issued),
                bucket.get("endpoint").asString(),
                bucket.get("region").asString(),
                bucket.get("name").asString(),
                issued.get("accessKeyId").asString(),
                issued.get("secretAccessKey").asString());
    }

    /** The store as the program with this key sees it. */
    ObjectStore store() {
        var address = URI.create(endpoint);
        var all = new Capabilities(EnumSet.allOf(Capability.class)); // what it cannot do, it refuses itself
        return ObjectStores.open(
                new StoreAddress(address, address, region, all), new Credentials(accessKeyId, SecretKey.of(secret)));
    }

    /** What the store lists below a prefix: sizes by key. */
    Map<String, Long> list(String prefix) {
        var sizes = new TreeMap<String, Long>();
        var store = MinioClient.builder()
                .endpoint(endpoint)
                .region(region)
                .credentials(accessKeyId, secret)
                .build();
        var found = store.listObjects(ListObjectsArgs.builder()
                .bucket(bucket)
                .prefix(prefix)
                .recursive(true)
                .build());
        try {
            for (var object : found)
                sizes.put(object.get().objectName(), object.get().size());
        } catch (Exception broken) {
            throw new IllegalStateException("Could not list " + prefix, broken);
        }
        return sizes;
    }

    @Override
    public String toString() {
        return "Key[" + accessKeyId + "]";
    }
}
