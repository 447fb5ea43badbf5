package io.bramble.bench;

import com.microsoft.playwright.Page.WaitForFunctionOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How long the page is busy at a stretch while a folder of 100,000 files is dropped on it, up to the first that arrive. */
final class Drop implements Bench.BrowserBenchmark {
    private static final int FILES = Integer.getInteger("bench.dropped", 100_000);
    private static final int IN_FOLDER = 1_000;
    private static final int ARRIVED = 1_000;
    private static final double MOST_MILLIS = 200;
    private static final String OBSERVE = """
            () => {
                window.longest = 0;
                new PerformanceObserver(list => list.getEntries()
                    .forEach(({ duration }) => window.longest = Math.max(window.longest, duration)))
                    .observe({ type: 'longtask' });
            }""";
    private static final String HAVE_ARRIVED =
            "least => document.querySelector('bramble-upload-tray')?.queue.tally.files.done >= least";

    @Override
    public Result run(BrowserStage stage) throws Exception {
        var folder = folder();
        try (var customer = stage.customer(null)) {
            customer.openFiles();
            var page = customer.page();
            page.evaluate(OBSERVE);
            var began = System.nanoTime();
            customer.files().drop(folder);
            var patience = new WaitForFunctionOptions().setTimeout(300_000).setPollingInterval(200);
            page.waitForFunction(HAVE_ARRIVED, ARRIVED, patience);
            var seconds = (System.nanoTime() - began) / 1_000_000_000;
            var longest = ((Number) page.evaluate("() => window.longest")).doubleValue();
            return Result.of(
                    "drop",
                    "ms, the page's longest task while %d files are dropped; after %d s the first %d had arrived"
                            .formatted(FILES, seconds, ARRIVED),
                    longest,
                    "200 ms",
                    MOST_MILLIS,
                    "value <= 200");
        }
    }

    private static Path folder() throws IOException {
        var folder = Files.createTempDirectory(Path.of("target"), "bench-")
                .toAbsolutePath()
                .resolve("dropped");
        for (var file = 0; file < FILES; file++) {
            var inside = folder.resolve("f" + file / IN_FOLDER);
            if (file % IN_FOLDER == 0) Files.createDirectories(inside);
            Files.write(inside.resolve("file-" + file), new byte[] {1});
        }
        return folder;
    }
}
