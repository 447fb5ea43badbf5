package io.bramble.bench;

import io.bramble.bucket.AccessKeys;
import io.bramble.bucket.Buckets;
import io.bramble.bucket.KeyState;
import io.bramble.bucket.NewKey;
import io.bramble.storage.Credentials;
import io.bramble.storage.ObjectStores;
import io.bramble.storage.Permission;
import io.bramble.storage.StoreException.QuotaExceeded;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** How far four programs that write on and on get past a bucket's limit of 100 MiB before MinIO stops them. */
final class Overshoot implements Benchmark {
    private static final long LIMIT = 100L << 20;
    private static final int PIECE = 1 << 20;
    private static final int PROGRAMS = 4;

    @Override
    public Result run(Installation installation) throws Exception {
        var acting = installation.newCustomer();
        var bucket = installation.readyBucket(acting);
        var keys = installation.bean(AccessKeys.class);
        var issued = keys.issue(acting, bucket.id(), new NewKey("bench", Permission.READ_WRITE, "", null));
        while (keys.get(acting, issued.key().id()).state() != KeyState.ACTIVE) Thread.sleep(20);
        installation.bean(Buckets.class).quota(acting, bucket.id(), LIMIT);
        Thread.sleep(2000); // told to the engine
        var key = new Credentials(issued.key().accessKeyId(), issued.secret());
        var written = writeUntilRefused(installation, bucket.name(), key);
        return Result.of(
                "overshoot",
                "bytes above the limit",
                (double) (written - LIMIT),
                "the limit",
                (double) LIMIT,
                "written down");
    }

    private static long writeUntilRefused(Installation installation, String bucket, Credentials key) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var programs = IntStream.range(0, PROGRAMS)
                    .mapToObj(program -> (Callable<Long>) () -> write(installation, bucket, key, "p" + program))
                    .toList();
            var sums = new ArrayList<Future<Long>>(threads.invokeAll(programs));
            var written = 0L;
            for (var sum : sums) written += sum.get();
            return written;
        }
    }

    private static long write(Installation installation, String bucket, Credentials key, String name) {
        var store = ObjectStores.open(installation.address(), key);
        var content = new byte[PIECE];
        for (var piece = 0L; ; piece++) {
            try {
                store.put(bucket, name + "/" + piece, content, "application/octet-stream");
            } catch (QuotaExceeded stopped) {
                return piece * PIECE;
            }
        }
    }
}
