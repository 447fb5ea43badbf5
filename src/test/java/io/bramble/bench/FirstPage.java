package io.bramble.bench;

import io.bramble.bucket.Files;
import io.bramble.storage.ListRequest;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;

/**
 * The first page of a folder with a million files as the console asks for it, and of those among them whose names begin
 * as a person has typed, beside MinIO's own client.
 */
final class FirstPage implements Benchmark {
    private static final int KEYS = Integer.getInteger("bench.keys", 1_000_000);
    private static final int PAGE = 200;
    private static final int WARM_UPS = 5;
    private static final int ROUNDS = 40;
    private static final String FOLDER = "folder/";

    @Override
    public Result run(Installation installation) throws Exception {
        var acting = installation.newCustomer();
        var bucket = installation.readyBucket(acting);
        fill(installation, bucket.name());
        var files = installation.bean(Files.class);
        var raw = installation.client();
        var middle = key(KEYS / 2).substring(0, FOLDER.length() + 4); // a thousand names begin so
        Page ours = prefix -> files.list(acting, bucket.id(), ListRequest.folder(prefix, PAGE));
        Page peer = prefix -> firstPage(raw, bucket.name(), prefix);
        compare("search", "what begins as typed in ", middle, ours, peer).write();
        return compare("first-page", "", FOLDER, ours, peer);
    }

    private interface Page {
        void read(String prefix) throws Exception;
    }

    /** Side by side, so that both meet the same machine. */
    private static Result compare(String name, String what, String prefix, Page ours, Page peer) throws Exception {
        var own = new Timings();
        var others = new Timings();
        for (var round = 0; round < WARM_UPS + ROUNDS; round++) {
            (round < WARM_UPS ? new Timings() : others).add(() -> peer.read(prefix));
            (round < WARM_UPS ? new Timings() : own).add(() -> ours.read(prefix));
        }
        return Result.of(
                name,
                "s (median), " + what + KEYS + " keys",
                own.median(),
                "ListObjectsV2 by MinIO's client",
                others.median(),
                "ratio <= 1.2");
    }

    private static void firstPage(MinioClient raw, String bucket, String prefix) throws Exception {
        var page = raw.listObjects(ListObjectsArgs.builder()
                        .bucket(bucket)
                        .prefix(prefix)
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
        return FOLDER + "%07d.txt".formatted(number);
    }
}
