package io.bramble.storage.minio;

import io.bramble.storage.BucketSettings;
import io.bramble.storage.Capability;
import io.bramble.storage.Checksum;
import io.bramble.storage.CorsRule;
import io.bramble.storage.LifecycleRule;
import io.bramble.storage.ListRequest;
import io.bramble.storage.ObjectCopy;
import io.bramble.storage.ObjectStore;
import io.bramble.storage.StoreException;
import io.bramble.storage.StoreException.StoreUnavailable;
import io.bramble.storage.StoredObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Each feature once, in an empty bucket that is empty again afterwards. What is not read back as written is no feature. */
final class Tries {
    private static final String TYPE = "application/octet-stream";
    private static final int NOT_IMPLEMENTED = 501;

    private final String bucket;
    private final ObjectStore store;
    private final BucketSettings settings;
    private final Set<Capability> found = EnumSet.noneOf(Capability.class);

    Tries(String bucket, ObjectStore store, BucketSettings settings) {
        this.bucket = bucket;
        this.store = store;
        this.settings = settings;
    }

    /** Versions last, since afterwards nothing is deleted without a trace. */
    Set<Capability> all() {
        attempt(Capability.ANY_KEY, this::takesAnyKey);
        attempt(Capability.NESTED_KEYS, this::listsBelowAnObject);
        attempt(Capability.OBJECT_TAGS, this::keepsTags);
        attempt(Capability.CHECKSUMS, this::comparesChecksums);
        attempt(Capability.CONDITIONAL_COPY, this::leavesTheTargetAlone);
        attempt(Capability.LIFECYCLE, () -> keepsRule(new LifecycleRule("try", "a/", 1, 2, null)));
        attempt(Capability.UPLOAD_EXPIRY, () -> keepsRule(new LifecycleRule("try", "a/", 1, null, 3)));
        attempt(Capability.BUCKET_CORS, this::keepsCors);
        attempt(Capability.BUCKET_TAGS, this::keepsBucketTags);
        empty();
        attempt(Capability.VERSIONING, this::keepsVersions);
        return found;
    }

    private void attempt(Capability capability, BooleanSupplier works) {
        try {
            if (works.getAsBoolean()) {
                found.add(capability);
            }
        } catch (StoreUnavailable e) {
            throw e; // says nothing about what it can do
        } catch (StoreException e) {
            found.remove(capability);
        }
    }

    private boolean takesAnyKey() {
        for (var key : List.of("a//b", "../x", "/lead")) {
            put(key);
            if (!keys().equals(List.of(key))) {
                empty();
                return false; // stored under another name
            }
            empty();
        }
        return true;
    }

    /** MinIO stores {@code a/b} below {@code a}, and its listings do not look below an object. */
    private boolean listsBelowAnObject() {
        put("a");
        put("a/b");
        var listed = keys();
        empty();
        return listed.equals(List.of("a", "a/b"));
    }

    private boolean keepsTags() {
        put("tagged");
        store.tags(bucket, "tagged", Map.of("a", "b"));
        return store.tags(bucket, "tagged").equals(Map.of("a", "b"));
    }

    /** Of the byte 0; and of another, which must be refused. */
    private boolean comparesChecksums() {
        return isTaken("0gLvjQ==") && !isTaken("AAAAAA==");
    }

    /** @throws StoreUnavailable for an engine that is busy: it may be able to all the same */
    private boolean isTaken(String crc32) {
        var checksum = new Checksum(Checksum.Algorithm.CRC32, crc32);
        var put = store.presignPut(bucket, "checked", 1, TYPE, checksum, Duration.ofMinutes(1));
        var request = HttpRequest.newBuilder(put.uri()).PUT(BodyPublishers.ofByteArray(new byte[1]));
        put.headers().forEach(request::header);
        var status =
                Calls.send(request.timeout(Calls.ADMIN).build(), Calls.ADMIN).statusCode();
        if (status >= 500 && status != NOT_IMPLEMENTED) {
            throw new StoreUnavailable("The engine answered a test with HTTP " + status + ".", null);
        }
        return status == 200;
    }

    private boolean leavesTheTargetAlone() {
        put("from");
        put("to");
        var from = store.head(bucket, "from").orElseThrow();
        try {
            store.copy(new ObjectCopy(bucket, from, bucket, "to", true, null));
            return false;
        } catch (StoreException.Taken refused) {
            return true;
        }
    }

    private boolean keepsRule(LifecycleRule rule) {
        settings.lifecycle(List.of(rule));
        var kept = settings.lifecycle();
        settings.lifecycle(List.of());
        return kept.equals(List.of(rule));
    }

    private boolean keepsCors() {
        var rule = new CorsRule(List.of("https://example.org"), List.of("GET"), List.of("*"), List.of("ETag"), 60);
        settings.cors(List.of(rule));
        return settings.cors().equals(List.of(rule));
    }

    private boolean keepsBucketTags() {
        settings.tags(Map.of("a", "b"));
        return settings.tags().equals(Map.of("a", "b"));
    }

    private boolean keepsVersions() {
        settings.keepVersions(true);
        return settings.keepsVersions();
    }

    private void put(String key) {
        store.put(bucket, key, new byte[0], TYPE);
    }

    private List<String> keys() {
        return store.list(bucket, ListRequest.subtree("", 1000)).objects().stream()
                .map(StoredObject::key)
                .toList();
    }

    /** Until nothing comes to light any more. */
    void empty() {
        for (var keys = keys(); !keys.isEmpty(); keys = keys()) {
            keys.forEach(key -> store.delete(bucket, key));
        }
    }
}
