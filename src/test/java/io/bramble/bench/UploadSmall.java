package io.bramble.bench;

import io.bramble.journey.Key;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Ten thousand files of 4 KiB from a browser, beside {@code mc cp -r} and {@code rclone copy}, on one machine. */
final class UploadSmall implements Bench.BrowserBenchmark {
    private static final int FILES = Integer.getInteger("bench.files", 10_000);
    private static final int BYTES = 4096;
    private static final int FOLDERS = 20;

    @Override
    public Result run(BrowserStage stage) throws Exception {
        try (var customer = stage.customer(null)) {
            customer.openFiles();
            var key = customer.key("read-write");
            var folder = folder();
            var mc = BrowserStage.run(List.of(), mc(stage, key, folder), key);
            var rclone = BrowserStage.run(List.of(), rclone(key, folder), key);
            var browser = BrowserStage.upload(customer, folder, FILES);
            rates("upload-small-rclone", browser, "rclone copy", rclone).write();
            return rates("upload-small", browser, "mc cp -r", mc);
        }
    }

    private static Result rates(String name, double browser, String peer, double seconds) {
        return Result.of(
                name,
                "files/s, %d files of 4 KiB from a browser".formatted(FILES),
                FILES / browser,
                peer,
                FILES / seconds,
                "written down");
    }

    private static String mc(BrowserStage stage, Key key, Path folder) {
        return "export MC_HOST_bench=http://$KEY_ID:$SECRET@127.0.0.1:%d; %s cp --quiet -r %s/ bench/%s/mc/"
                .formatted(stage.store().getPort(), System.getenv("TESTBED_MC"), folder, key.bucket());
    }

    private static String rclone(Key key, Path folder) {
        return """
                export RCLONE_CONFIG=target/rclone-bench.conf RCLONE_CONFIG_B_TYPE=s3 RCLONE_CONFIG_B_PROVIDER=Minio \
                RCLONE_CONFIG_B_ENDPOINT=%s RCLONE_CONFIG_B_ACCESS_KEY_ID=$KEY_ID RCLONE_CONFIG_B_SECRET_ACCESS_KEY=$SECRET
                touch $RCLONE_CONFIG; rclone copy %s B:%s/rclone --s3-no-check-bucket""".formatted(key.endpoint(), folder, key.bucket());
    }

    private static Path folder() throws IOException {
        var folder = Files.createTempDirectory(Path.of("target"), "bench-")
                .toAbsolutePath()
                .resolve("browser");
        var random = new Random(1);
        for (var file = 0; file < FILES; file++) {
            var content = new byte[BYTES];
            random.nextBytes(content);
            var path = folder.resolve("f" + file % FOLDERS).resolve("file-" + file);
            Files.createDirectories(path.getParent());
            Files.write(path, content);
        }
        return folder;
    }
}
