package io.bramble.storage.embedded;

import io.bramble.storage.Access;
import io.bramble.storage.BucketSettings;
import io.bramble.storage.Capabilities;
import io.bramble.storage.Capability;
import io.bramble.storage.Drift;
import io.bramble.storage.Health;
import io.bramble.storage.KeyInfo;
import io.bramble.storage.NodeTraffic;
import io.bramble.storage.ObjectCopy;
import io.bramble.storage.Release;
import io.bramble.storage.RequestClass;
import io.bramble.storage.ScopedKey;
import io.bramble.storage.StoreAdmin;
import io.bramble.storage.StoreException.BucketNotEmpty;
import io.bramble.storage.StoreException.NoSuchBucket;
import io.bramble.storage.StoreException.NotSupportedByEngine;
import io.bramble.storage.StoreException.StoreUnavailable;
import io.bramble.storage.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Administers the engine in this process; what it answers is exact and of this moment. */
public final class EmbeddedAdmin implements StoreAdmin {
    private final EngineFolder folder;
    private final Identities identities;
    private final TrafficCounters traffic;
    private final Clock clock;

    public EmbeddedAdmin(EngineFolder folder, Identities identities, TrafficCounters traffic, Clock clock) {
        this.folder = folder;
        this.identities = identities;
        this.traffic = traffic;
        this.clock = clock;
    }

    @FunctionalInterface
    private interface DiskWork<T> {
        T run() throws IOException;
    }

    @FunctionalInterface
    interface Change {
        void run() throws IOException;
    }

    @Override
    public Capabilities capabilities() {
        return Capabilities.EMBEDDED;
    }

    @Override
    public String identity() {
        return folder.identity();
    }

    @Override
    public Health health() {
        return onDisk(() -> {
            var disk = Files.getFileStore(folder.root());
            var problem = Files.isWritable(folder.root()) ? null : "The engine's folder cannot be written to.";
            return new Health(problem, disk.getTotalSpace(), disk.getUsableSpace());
        });
    }

    /** As old as Bramble itself. */
    @Override
    public Release release() {
        return new Release("embedded", null, List.of());
    }

    @Override
    public void ensureBucket(String bucket, String owner) {
        change(() -> folder.ensureBucket(bucket, owner));
    }

    @Override
    public void ensureLockableBucket(String bucket, String owner) {
        throw new NotSupportedByEngine(Capability.OBJECT_LOCK);
    }

    @Override
    public List<String> eventTargets() {
        return List.of();
    }

    @Override
    public BucketSettings settings(String bucket) {
        return new EmbeddedSettings(folder, bucket);
    }

    @Override
    public Optional<String> owner(String bucket) {
        return folder.find(bucket).map(BucketFolder::owner);
    }

    @Override
    public void removeBucket(String bucket, String owner) {
        if (!onDisk(() -> folder.removeBucket(bucket, owner))) {
            throw new BucketNotEmpty(bucket);
        }
        if (buckets().contains(bucket)) {
            return; // somebody else's, as are its keys
        }
        change(() -> identities.forget(bucket));
        traffic.forget(bucket);
    }

    @Override
    public void copy(ObjectCopy copy) {
        try {
            change(() -> Between.copy(
                    folder.bucket(copy.fromBucket()),
                    folder.bucket(copy.toBucket()),
                    copy,
                    identities.quota(copy.toBucket())));
            traffic.of(copy.toBucket()).request(RequestClass.A);
        } catch (S3Fault fault) {
            throw Between.translated(fault, copy);
        }
    }

    @Override
    public List<String> buckets() {
        return folder.buckets().stream().map(BucketFolder::name).toList();
    }

    @Override
    public void access(String bucket, Access access) {
        requireBucket(bucket);
        change(() -> identities.access(bucket, access));
    }

    @Override
    public void ensureKey(ScopedKey key) {
        requireBucket(key.bucket());
        change(() -> identities.ensure(key));
    }

    @Override
    public void revokeKey(String accessKeyId) {
        change(() -> identities.revoke(accessKeyId));
    }

    @Override
    public List<KeyInfo> keys(String bucket) {
        return identities.keys(bucket);
    }

    @Override
    public void quota(String bucket, OptionalLong bytes) {
        requireBucket(bucket);
        change(() -> identities.quota(bucket, bytes));
    }

    /** Nobody else can change them. */
    @Override
    public List<String> repairKeys(String bucket) {
        return List.of();
    }

    /** Its folder has no other door. */
    @Override
    public Drift drift() {
        return Drift.NONE;
    }

    @Override
    public Map<String, Usage> usage() {
        var usage = new HashMap<String, Usage>();
        for (var bucket : folder.buckets()) {
            var holding = bucket.usage().holding();
            if (holding != null) {
                var objects = holding.objects();
                usage.put(bucket.name(), new Usage(holding.bytes(), objects, objects, clock.instant()));
            }
        }
        return usage;
    }

    @Override
    public List<NodeTraffic> traffic() {
        return List.of(traffic.read());
    }

    private void requireBucket(String bucket) {
        if (!buckets().contains(bucket)) {
            throw new NoSuchBucket(bucket);
        }
    }

    static void change(Change change) {
        onDisk(() -> {
            change.run();
            return true;
        });
    }

    private static <T> T onDisk(DiskWork<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new StoreUnavailable("The embedded engine's disk failed: " + e.getMessage(), e);
        }
    }
}
