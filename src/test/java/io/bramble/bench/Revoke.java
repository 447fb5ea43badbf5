package io.bramble.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bramble.bucket.AccessKeys;
import io.bramble.bucket.KeyState;
import io.bramble.bucket.NewKey;
import io.bramble.storage.Credentials;
import io.bramble.storage.ObjectStore;
import io.bramble.storage.ObjectStores;
import io.bramble.storage.Permission;
import io.bramble.storage.StoreException.AccessDenied;

/** From "revoke" to the first refusal of a program that asks all the time; beside it the engine's own revocation. */
final class Revoke implements Benchmark {
    private static final int ROUNDS = 30;

    @Override
    public Result run(Installation installation) throws Exception {
        var acting = installation.newCustomer();
        var bucket = installation.readyBucket(acting);
        var keys = installation.bean(AccessKeys.class);
        var whole = new Timings();
        var bare = new Timings();
        for (var round = 0; round < ROUNDS; round++) {
            var issued = keys.issue(acting, bucket.id(), new NewKey("bench", Permission.READ_WRITE, "", null));
            while (keys.get(acting, issued.key().id()).state() != KeyState.ACTIVE) Thread.sleep(5);
            var credentials = new Credentials(issued.key().accessKeyId(), issued.secret());
            whole.add(() -> refused(
                    installation,
                    bucket.name(),
                    credentials,
                    () -> keys.revoke(acting, issued.key().id())));

            var next = keys.issue(acting, bucket.id(), new NewKey("bench", Permission.READ_WRITE, "", null));
            while (keys.get(acting, next.key().id()).state() != KeyState.ACTIVE) Thread.sleep(5);
            var direct = new Credentials(next.key().accessKeyId(), next.secret());
            bare.add(() -> refused(installation, bucket.name(), direct, () -> installation
                    .admin()
                    .revokeKey(direct.accessKeyId())));
            keys.revoke(acting, next.key().id());
        }
        return Result.of(
                "revoke",
                "s (p95)",
                whole.quantile(0.95),
                "the engine told directly (p95)",
                bare.quantile(0.95),
                "value <= 5");
    }

    private static void refused(Installation installation, String bucket, Credentials key, Runnable revocation) {
        var store = ObjectStores.open(installation.address(), key);
        store.put(bucket, "probe", "probe".getBytes(UTF_8), "text/plain");
        revocation.run();
        while (opens(store, bucket)) Thread.onSpinWait();
    }

    private static boolean opens(ObjectStore store, String bucket) {
        try {
            store.get(bucket, "probe", 100);
            return true;
        } catch (AccessDenied refused) {
            return false;
        }
    }
}
