package io.bramble.bench;

import io.bramble.bucket.Files;
import io.bramble.storage.ListRequest;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;

/** The first page of a folder with a million files as the console asks for it, beside MinIO's own client. */
final class FirstPage implements Benchmark {
    private static final int KEYS = Integer.getInteger("bench.keys", 1_000_000);
    private static final int PAGE = 200;
    private static final int WARM_UPS = 5;
    private static final int ROUNDS = 40;

    @Override
    public Result run(Installation installation) throws Exception {
        var acting = installation.newCustomer();
        var bucket = installation.readyBucket(acting);
        fill(installation, bucket.name());
        var files = installation.bean(Files.class);
        var raw = installation.client();
        var peer = new Timings();
        var ours = new Timings();
        for (var round = 0; round < WARM_UPS + ROUNDS; round++) { // side by side, so that both meet the same machine
            (round < WARM_UPS ? new Timings() : peer).add(() -> firstPage(raw, bucket.name()));
            (round < WARM_UPS ? new Timings() : ours)
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
        installation.rootStore().put(bucket, key(0), new byte[16], "text/plain");
        installation.drive().multiply(bucket, FirstPage::key, KEYS);
        if (installation.rootStore().head(bucket, key(KEYS - 1)).isEmpty())
            throw new IllegalStateException("The bucket was not filled");
    }

    private static String key(int number) {
        return "folder/%07d.txt".formatted(number);
    }
}
