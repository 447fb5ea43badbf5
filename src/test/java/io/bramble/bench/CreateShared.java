package io.bramble.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bramble.account.Membership;
import io.bramble.bucket.BucketState;
import io.bramble.bucket.Buckets;
import io.bramble.bucket.Creation;
import io.bramble.bucket.Namespaces;
import io.bramble.storage.Access;
import io.bramble.storage.Credentials;
import io.bramble.storage.ObjectStores;
import io.bramble.storage.Permission;
import io.bramble.storage.ScopedKey;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * A bucket on a shared engine, from the wish to READY: database, queue, engine, keys, a test object by the public door.
 * Beside it the bare calls to the engine that this takes.
 */
final class CreateShared implements Benchmark {
    private static final int ROUNDS = 40;

    @Override
    public Result run(Installation installation) throws Exception {
        var bare = new Timings();
        var whole = new Timings();
        for (var round = 0; round < ROUNDS + 3; round++) {
            var counts = round >= 3;
            (counts ? bare : new Timings()).add(() -> bare(installation));
            var acting = installation.newCustomer();
            (counts ? whole : new Timings()).add(() -> whole(installation, acting));
        }
        System.out.printf("p50 %.3f s, p95 %.3f s%n", whole.median(), whole.quantile(0.95));
        return Result.of(
                "create-shared",
                "s (p95)",
                whole.quantile(0.95),
                "the bare calls to the engine (p95)",
                bare.quantile(0.95),
                "value <= 2");
    }

    private static void whole(Installation installation, Membership acting) throws InterruptedException {
        var buckets = installation.bean(Buckets.class);
        var namespace = installation.bean(Namespaces.class).list(acting).getFirst();
        var made = (Creation.Accepted) buckets.create(acting, namespace.id(), name());
        while (buckets.get(acting, made.bucket().id()).state() != BucketState.READY) Thread.sleep(5);
    }

    private static void bare(Installation installation) {
        var admin = installation.admin();
        var bucket = name();
        admin.ensureBucket(bucket, bucket);
        admin.access(bucket, Access.READ_WRITE);
        admin.quota(bucket, OptionalLong.of(1L << 30));
        var key = new ScopedKey(Credentials.random(), bucket, Permission.READ_WRITE, "", null);
        for (var extra = 0; extra < 2; extra++)
            admin.ensureKey(new ScopedKey(Credentials.random(), bucket, Permission.READ, "", null));
        admin.ensureKey(key);
        var store = ObjectStores.open(installation.address(), key.credentials());
        store.put(bucket, "canary", "canary".getBytes(UTF_8), "text/plain");
        store.get(bucket, "canary", 100);
        store.delete(bucket, "canary");
    }

    private static String name() {
        return "bench-" + UUID.randomUUID().toString().substring(0, 13);
    }
}
