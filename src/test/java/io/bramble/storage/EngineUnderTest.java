package io.bramble.storage;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An engine that a contract is checked against. */
record EngineUnderTest(StoreAdmin admin, URI endpoint) {
    static final String OWNER = "test";
    static final String REGION = "us-east-1";
    static final Traffic NO_TRAFFIC = new Traffic(0, 0, 0, 0, 0, 0);

    StoreAddress address() {
        return new StoreAddress(endpoint, endpoint, REGION, admin.capabilities());
    }

    boolean can(Capability capability) {
        return admin.capabilities().has(capability);
    }

    /** Of these keys, those it can hold at once and list. */
    List<String> held(List<String> keys) {
        var held = keys.stream().filter(this::holds).toList();
        return can(Capability.NESTED_KEYS) ? held : AwkwardKeys.apart(held);
    }

    boolean holds(String key) {
        return can(Capability.ANY_KEY) || !AwkwardKeys.isOdd(key);
    }

    /** A new bucket of its own for a test. */
    TestBucket aBucket() {
        var name = "test-" + UUID.randomUUID();
        admin.ensureBucket(name, OWNER);
        return new TestBucket(this, name);
    }

    /** Of all nodes together. */
    Traffic traffic(String bucket) {
        return admin.traffic().stream()
                .map(node -> node.buckets().getOrDefault(bucket, NO_TRAFFIC))
                .reduce(NO_TRAFFIC, EngineUnderTest::sum);
    }

    private static Traffic sum(Traffic x, Traffic y) {
        return new Traffic(
                x.ingressBytes() + y.ingressBytes(),
                x.egressBytes() + y.egressBytes(),
                x.a() + y.a(),
                x.aFailed() + y.aFailed(),
                x.b() + y.b(),
                x.bFailed() + y.bFailed());
    }

    /** A bucket and the keys a test makes for it. */
    record TestBucket(EngineUnderTest engine, String name) {
        ObjectStore open(Permission permission) {
            return open(permission, "");
        }

        ObjectStore open(Permission permission, String prefix) {
            return ObjectStores.open(
                    engine.address(), key(permission, prefix, null).credentials());
        }

        ScopedKey key(Permission permission, String prefix, @Nullable Instant expiresAt) {
            var key = new ScopedKey(Credentials.random(), name, permission, prefix, expiresAt);
            engine.admin().ensureKey(key);
            return key;
        }

        ObjectStore open(ScopedKey key) {
            return ObjectStores.open(engine.address(), key.credentials());
        }

        StoreAdmin admin() {
            return engine.admin();
        }
    }
}
