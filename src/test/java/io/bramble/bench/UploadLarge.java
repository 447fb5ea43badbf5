package io.bramble.bench;

import io.bramble.journey.Key;
import io.bramble.journey.Uploading;
import io.bramble.storage.Capabilities;
import io.bramble.storage.Credentials;
import io.bramble.storage.ObjectStores;
import io.bramble.storage.SecretKey;
import io.bramble.storage.StoreAddress;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One large file from a browser to a real MinIO server: over a link of 1 Gbit/s beside {@code mc cp}; and on this
 * machine alone, where the processor is the limit, beside a bare loop of parallel PUTs in the same Chromium.
 */
final class UploadLarge implements Bench.BrowserBenchmark {
    private static final long MIB = 1L << 20;
    private static final long SIZE_MIB = Long.getLong("bench.mib", 2048);
    /** Each by somebody new, whose limit the last round has not used up. An even number, see {@link #take}. */
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 4);

    private static final int PART_MIB = 8;
    private static final List<String> HERE = List.of();

    /** Six at a time, as the uploader; nothing is hashed, signed or remembered. Also with each part read once before. */
    private static final String BARE = """
            async ([urls, reads]) => {
                const file = document.querySelector('#bare').files[0];
                const size = %d;
                const began = performance.now();
                let next = 0;
                const lane = async () => {
                    for (let part = next++; part < urls.length; part = next++) {
                        const body = file.slice(part * size, (part + 1) * size);
                        if (reads) await body.arrayBuffer();
                        const answer = await fetch(urls[part], { method: 'PUT', body });
                        if (!answer.ok) throw new Error(await answer.text());
                    }
                };
                await Promise.all(Array.from({ length: 6 }, lane));
                return (performance.now() - began) / 1000;
            }""".formatted(PART_MIB * MIB);

    @Override
    public Result run(BrowserStage stage) throws Exception {
        var file = file();
        var before = stage.consoleHeapBytes();
        onThisMachine(stage, file);
        var result = overTheLink(stage, file);
        var after = stage.consoleHeapBytes();
        Result.of(
                        "upload-large-heap",
                        "bytes in the console's heap after all uploads, collected",
                        (double) after,
                        "before them",
                        (double) before,
                        "10 MiB more at most")
                .write();
        return result;
    }

    private Result overTheLink(BrowserStage stage, Path file) throws Exception {
        var browser = new Timings();
        var mc = new Timings();
        try (var link = ShapedLink.open(stage.ports())) {
            for (var round = 0; round < ROUNDS; round++)
                try (var customer = stage.customer(link)) {
                    customer.openFiles();
                    var key = customer.key("read-write");
                    take(
                            round,
                            () -> mc.addSeconds(mc(stage, link, file, key)),
                            () -> browser.addSeconds(upload(customer, file)));
                }
        }
        return rates("upload-large", "a link of 1 Gbit/s", browser, "mc cp", mc);
    }

    private void onThisMachine(BrowserStage stage, Path file) throws Exception {
        var browser = new Timings();
        var bare = new Timings();
        var reading = new Timings();
        var mc = new Timings();
        for (var round = 0; round < ROUNDS; round++)
            try (var customer = stage.customer(null)) {
                customer.openFiles();
                var key = customer.key("read-write");
                mc.addSeconds(mc(stage, null, file, key));
                take(
                        round,
                        () -> bare.addSeconds(bare(customer, key, file, false)),
                        () -> browser.addSeconds(upload(customer, file)),
                        () -> reading.addSeconds(bare(customer, key, file, true)));
            }
        rates("upload-large-loopback", "one machine", browser, "a bare loop of PUTs in Chromium", bare)
                .write();
        rates(
                        "upload-large-read",
                        "one machine",
                        browser,
                        "that loop with each part read once before, not hashed",
                        reading)
                .write();
        System.out.printf("mc cp %.1f MiB/s%n", SIZE_MIB / mc.median());
    }

    /** By turns in either order, each on a disk that has nothing left to write. */
    private static void take(int round, Timings.Work... works) throws Exception {
        for (var work : round % 2 == 0 ? List.of(works) : List.of(works).reversed()) {
            new ProcessBuilder("sync").start().waitFor();
            work.run();
        }
    }

    private static Result rates(String name, String where, Timings browser, String peer, Timings peers) {
        return Result.of(
                name,
                "MiB/s (median), %d MiB from a browser, %s".formatted(SIZE_MIB, where),
                SIZE_MIB / browser.median(),
                peer,
                SIZE_MIB / peers.median(),
                "ratio >= 0.95");
    }

    private static double upload(Uploading customer, Path file) throws IOException {
        var again = Files.move(file, file.resolveSibling(UUID.randomUUID() + ".bin"));
        try {
            return BrowserStage.upload(customer, again, 1);
        } finally {
            Files.move(again, file);
        }
    }

    private static double mc(BrowserStage stage, @Nullable ShapedLink link, Path file, Key key) throws Exception {
        var host = link == null ? "127.0.0.1" : link.host();
        var mc = System.getenv("TESTBED_MC");
        var prefix = link == null ? HERE : link.prefix();
        var alias = "export MC_HOST_bench=http://$KEY_ID:$SECRET@%s:%d; "
                .formatted(host, stage.store().getPort());
        return BrowserStage.run(
                prefix,
                alias + "%s cp --quiet %s bench/%s/%s".formatted(mc, file, key.bucket(), UUID.randomUUID()),
                key);
    }

    private static double bare(Uploading customer, Key key, Path file, boolean reads) {
        var address = new StoreAddress(
                URI.create(key.endpoint()), URI.create(key.endpoint()), key.region(), Capabilities.NONE);
        var parts = ObjectStores.open(address, new Credentials(key.accessKeyId(), SecretKey.of(key.secret())))
                .multipart();
        var upload = parts.begin(key.bucket(), "bare-" + UUID.randomUUID(), "application/octet-stream");
        var urls = IntStream.rangeClosed(1, (int) (SIZE_MIB / PART_MIB))
                .mapToObj(part -> parts.presignPart(upload, part, PART_MIB * MIB, Duration.ofMinutes(15))
                        .uri()
                        .toString())
                .toList();
        var page = customer.page();
        page.evaluate(
                "() => { if (!document.querySelector('#bare')) document.body.insertAdjacentHTML('beforeend', '<input id=bare type=file>') }");
        page.locator("#bare").setInputFiles(file);
        var seconds = ((Number) page.evaluate(BARE, List.of(urls, reads))).doubleValue();
        parts.complete(upload, parts.parts(upload));
        return seconds;
    }

    private static Path file() throws IOException {
        var file = Files.createTempDirectory(Path.of("target"), "bench-")
                .toAbsolutePath()
                .resolve("large.bin");
        try (var content = new RandomAccessFile(file.toFile(), "rw")) {
            content.setLength(SIZE_MIB * MIB);
            for (var at = 0L; at < SIZE_MIB; at++) {
                content.seek(at * MIB);
                content.writeLong(at);
            }
        }
        return file;
    }
}
