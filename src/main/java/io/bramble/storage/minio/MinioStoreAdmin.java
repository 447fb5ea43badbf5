package io.bramble.storage.minio;

import io.bramble.storage.Access;
import io.bramble.storage.AdminAddress;
import io.bramble.storage.BucketSettings;
import io.bramble.storage.Capabilities;
import io.bramble.storage.Capability;
import io.bramble.storage.Credentials;
import io.bramble.storage.Drift;
import io.bramble.storage.Health;
import io.bramble.storage.KeyInfo;
import io.bramble.storage.NodeTraffic;
import io.bramble.storage.ObjectCopy;
import io.bramble.storage.Release;
import io.bramble.storage.ScopedKey;
import io.bramble.storage.StoreAddress;
import io.bramble.storage.StoreAdmin;
import io.bramble.storage.StoreException.BucketOfAnother;
import io.bramble.storage.StoreException.NoSuchBucket;
import io.bramble.storage.Usage;
import io.bramble.storage.minio.Principals.Claim;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Administers a MinIO or Silo server. */
public final class MinioStoreAdmin implements StoreAdmin {
    private final AdminAddress address;
    private final AdminCalls calls;
    private final BucketCalls buckets;
    private final Credentials root;
    private final Principals principals;
    private final Keys keys;
    private final Meters meters;
    private final TrafficPages pages;
    private final EngineProbe probe;
    private final DriftWatch drift;
    private final Clock clock;
    private volatile EngineProbe.@Nullable Found found;

    private MinioStoreAdmin(AdminAddress address, Credentials root, Clock clock) {
        this.address = address;
        this.root = root;
        this.clock = clock;
        calls = new AdminCalls(address.endpoint(), address.region(), root, clock);
        buckets = new BucketCalls(address, root);
        principals = new Principals(calls);
        keys = new Keys(calls);
        meters = new Meters(calls);
        pages = new TrafficPages(new Metrics(root, clock));
        drift = new DriftWatch(calls, principals, keys);
        probe = new EngineProbe(address, root, buckets, pages, clock);
    }

    public static MinioStoreAdmin open(AdminAddress address, Credentials root, Clock clock) {
        return new MinioStoreAdmin(address, root, clock);
    }

    /** The first time this tries the server out, which takes a second. Whom it can tell of events is asked anew. */
    @Override
    public Capabilities capabilities() {
        return eventTargets().isEmpty() ? tried() : tried().with(Capability.EVENTS);
    }

    /** Without events. */
    private Capabilities tried() {
        return new Capabilities(found().capabilities());
    }

    @Override
    public List<String> eventTargets() {
        return ServerInfo.of(calls).eventTargets();
    }

    private EngineProbe.Found found() {
        var known = found;
        if (known == null) {
            var nodes = nodes();
            known = probe.run(nodes.isEmpty() ? null : nodes.getFirst());
            found = known;
        }
        return known;
    }

    private List<URI> nodes() {
        if (!address.nodes().isEmpty()) {
            return address.nodes();
        }
        return ServerInfo.of(calls).processes() == 1 ? List.of(address.endpoint()) : List.of();
    }

    @Override
    public String identity() {
        return ServerInfo.of(calls).deploymentId();
    }

    @Override
    public Release release() {
        return ServerInfo.of(calls).release();
    }

    @Override
    public Health health() {
        return ServerInfo.of(calls).health();
    }

    @Override
    public void ensureBucket(String bucket, String owner) {
        ensureBucket(bucket, owner, false);
    }

    @Override
    public void ensureLockableBucket(String bucket, String owner) {
        tried().require(Capability.OBJECT_LOCK);
        ensureBucket(bucket, owner, true);
    }

    @Override
    public BucketSettings settings(String bucket) {
        var events = new Events(buckets.s3(), bucket, this::eventTargets);
        return new Settings(buckets.s3(), bucket, this::tried, events);
    }

    /** The claim comes first: a bucket that is there without one was made by somebody else. */
    private void ensureBucket(String bucket, String owner, boolean lockable) {
        var claim = principals.claim(bucket);
        var there = buckets.exists(bucket);
        if (there && claim.filter(its -> its.owner().equals(owner)).isEmpty()) {
            throw new BucketOfAnother(bucket);
        }
        if (claim.isPresent() && !claim.get().owner().equals(owner)) {
            principals.remove(bucket, claim.get()); // of a bucket that is gone; its keys must not open the new one
        }
        var ours = claim.filter(its -> its.owner().equals(owner)).orElseGet(() -> Claim.of(owner));
        principals.ensure(bucket, ours);
        if (!there && !buckets.make(bucket, lockable)) {
            principals.remove(bucket, ours);
            throw new BucketOfAnother(bucket);
        }
    }

    @Override
    public Optional<String> owner(String bucket) {
        return principals.claim(bucket).filter(_ -> buckets.exists(bucket)).map(Claim::owner);
    }

    @Override
    public void removeBucket(String bucket, String owner) {
        var claim = principals.claim(bucket).filter(its -> its.owner().equals(owner));
        if (claim.isPresent()) {
            buckets.remove(bucket);
            principals.remove(bucket, claim.get());
        }
    }

    /** As root, whom no key's limits bind: callers have checked what each bucket's owner may do. */
    @Override
    public void copy(ObjectCopy copy) {
        var everywhere = new StoreAddress(address.endpoint(), address.endpoint(), address.region(), tried());
        new Copies(new Requests(everywhere, root)).make(copy);
    }

    @Override
    public List<String> buckets() {
        return buckets.all().keySet().stream()
                .filter(name -> !name.startsWith(EngineProbe.PREFIX))
                .toList();
    }

    @Override
    public void access(String bucket, Access access) {
        principals.access(bucket, claimed(bucket), access);
    }

    private Claim claimed(String bucket) {
        return principals.claim(bucket).orElseThrow(() -> new NoSuchBucket(bucket));
    }

    @Override
    public void ensureKey(ScopedKey key) {
        keys.ensure(key, claimed(key.bucket()).user());
    }

    @Override
    public void revokeKey(String accessKeyId) {
        keys.revoke(accessKeyId);
    }

    @Override
    public List<KeyInfo> keys(String bucket) {
        return principals
                .claim(bucket)
                .map(claim -> keys.of(bucket, claim.user()))
                .orElse(List.of());
    }

    @Override
    public List<String> repairKeys(String bucket) {
        return principals
                .claim(bucket)
                .map(claim -> keys.repair(bucket, claim.user()))
                .orElse(List.of());
    }

    @Override
    public void quota(String bucket, OptionalLong bytes) {
        meters.quota(bucket, bytes);
    }

    @Override
    public Drift drift() {
        return drift.look();
    }

    /** The engine's figures leave out what is empty: looked into here, lest what was deleted is counted for ever. */
    @Override
    public Map<String, Usage> usage() {
        var usage = new HashMap<>(meters.usage());
        for (var bucket : buckets()) {
            if (!usage.containsKey(bucket) && buckets.isEmpty(bucket)) {
                usage.put(bucket, new Usage(0, 0, 0, clock.instant()));
            }
        }
        return usage;
    }

    @Override
    public List<NodeTraffic> traffic() {
        return traffic(buckets());
    }

    @Override
    public List<NodeTraffic> traffic(String bucket) {
        return traffic(List.of(bucket));
    }

    private List<NodeTraffic> traffic(List<String> names) {
        var swapped = found().swapped();
        if (swapped == null) {
            return List.of();
        }
        return nodes().stream().map(node -> pages.read(node, names, swapped)).toList();
    }
}
