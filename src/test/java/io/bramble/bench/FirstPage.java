package io.bramble.bench;

import io.bramble.bucket.Files;
import io.bramble.storage.ListRequest;
import io.bramble.storage.ObjectStore;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** The first page of a folder with 100,000 files as the console asks for it, beside MinIO's own client. */
final class FirstPage implements Benchmark {
    private static final int KEYS = Integer.getInteger("bench.keys", 100_000);
    private static final int PAGE = 200;
    private static final int AT_ONCE = 64;

    @Override
    public Result run(Installation installation) throws Exception {
        var acting = installation.newCustomer();
        var bucket = installation.readyBucket(acting);
        fill(installation, bucket.name());
        var files = installation.bean(Files.class);
        var raw = installation.client();
        var peer = new Timings();
        var ours = new Timings();
        for (var round = 0; round < 120; round++) { // side by side, so that both meet the same machine
            (round < 20 ? new Timings() : peer).add(() -> firstPage(raw, bucket.name()));
            (round < 20 ? new Timings() : ours)
                    .add(() -> files.list(acting, bucket.id(), ListRequest.folder("folder/", PAGE)));
        }
        return Result.of(
                "first-page",
                "s (median), " + KEYS + " keys",
                ours.median(),
                "ListObjectsV2 by MinIO's client",
                peer.median(),
                "ratio <= 1.2");
    }

    private static void firstPage(MinioClient raw, String bucket) throws Exception {
        var page = raw.listObjects(ListObjectsArgs.builder()
                        .bucket(bucket)
                        .prefix("folder/")
                        .maxKeys(PAGE)
                        .build())
                .iterator();
        for (var item = 0; item < PAGE; item++) page.next().get();
    }

    private static void fill(Installation installation, String bucket) throws Exception {
        var store = installation.rootStore();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var workers = IntStream.range(0, AT_ONCE)
                    .mapToObj(first -> (Callable<Object>) () -> fill(store, bucket, first))
                    .toList();
            for (var worker : threads.invokeAll(workers)) worker.get();
        }
    }

    private static Object fill(ObjectStore store, String bucket, int first) {
        for (var key = first; key < KEYS; key += AT_ONCE)
            store.put(bucket, "folder/%07d.txt".formatted(key), new byte[16], "text/plain");
        return bucket;
    }
}
