package io.bramble.bench;

import static java.util.Comparator.comparingLong;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.KeyboardModifier;
import io.bramble.journey.Key;
import io.bramble.journey.Uploading;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ten files as one archive that the browser makes by its service worker: what the browser's memory grows by meanwhile, beside
 * an archive of three of them.
 */
final class Zip implements Bench.BrowserBenchmark {
    private static final long FILE_BYTES = Long.getLong("bench.bytes", 1_000_000_000);
    private static final int FILES = 10;
    private static final int FEW = 3;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final double MIB = 1 << 20;
    private static final double ANSWER_MILLIS = 1_800_000;

    @Override
    public Result run(BrowserStage stage) throws Exception {
        try (var customer = stage.customer(null)) {
            fill(stage, customer.key("read-write"));
            customer.page().addInitScript("delete window.showSaveFilePicker");
            var saved = new ArrayList<Saved>();
            for (var round = 0; round < ROUNDS; round++)
                for (var files : round % 2 == 0 ? List.of(FEW, FILES) : List.of(FILES, FEW))
                    saved.add(measure(customer, files));
            var few = median(saved, FEW);
            var all = median(saved, FILES);
            return Result.of(
                    "zip",
                    "MiB that the browser's memory grows by at its peak (median) while it saves %.1f GB as one archive in %.0f s (%.0f MiB/s)"
                            .formatted(all.bytes() / 1e9, all.seconds(), all.bytes() / MIB / all.seconds()),
                    all.growth() / MIB,
                    "%.1f GB".formatted(few.bytes() / 1e9),
                    few.growth() / MIB,
                    "ratio <= 1.2");
        }
    }

    /** @param growth bytes of memory */
    private record Saved(int files, long bytes, double seconds, long growth) {}

    /** When a collector comes is chance, so peaks of the same archive differ; and the first of a browser begins lower. */
    private static Saved median(List<Saved> all, int files) {
        var those = all.stream()
                .filter(saved -> saved.files() == files)
                .sorted(comparingLong(Saved::growth))
                .toList();
        return those.get(those.size() / 2);
    }

    private static Saved measure(Uploading customer, int files) throws Exception {
        customer.openFiles();
        choose(customer.page(), files);
        var before = browserBytes();
        var watch = new Watch();
        var began = System.nanoTime();
        var bytes = save(customer.page());
        var seconds = (System.nanoTime() - began) / 1e9;
        if (bytes < files * FILE_BYTES) throw new IllegalStateException("Only " + bytes + " bytes were saved");
        return new Saved(files, bytes, seconds, watch.most() - before);
    }

    private static void fill(BrowserStage stage, Key key) throws Exception {
        var file = Files.createTempFile(Path.of("target"), "zip-", ".bin").toAbsolutePath();
        try (var content = new RandomAccessFile(file.toFile(), "rw")) {
            content.setLength(FILE_BYTES);
        }
        var mc = System.getenv("TESTBED_MC");
        for (var number = 0; number < FILES; number++)
            BrowserStage.run(
                    List.of(),
                    "export MC_HOST_bench=http://$KEY_ID:$SECRET@127.0.0.1:%d; %s cp --quiet %s bench/%s/%d.bin"
                            .formatted(stage.store().getPort(), mc, file, key.bucket(), number),
                    key);
        Files.delete(file);
    }

    private static void choose(Page page, int files) {
        cell(page, 0).click();
        cell(page, files - 1).click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
        page.locator(".selection-bar").getByText(files + " files selected").waitFor();
    }

    private static Locator cell(Page page, int file) {
        return page.locator("vaadin-grid").getByText(file + ".bin").locator("xpath=ancestor::vaadin-grid-cell-content");
    }

    /** @return of the archive */
    private static long save(Page page) throws IOException {
        var button = new Locator.GetByRoleOptions().setName("Download").setExact(true);
        var saved = page.waitForDownload(
                new Page.WaitForDownloadOptions().setTimeout(ANSWER_MILLIS), () -> page.locator(".selection-bar")
                        .getByRole(AriaRole.BUTTON, button)
                        .click());
        var path = saved.path(); // waits for its end
        var bytes = Files.size(path);
        Files.delete(path);
        return bytes;
    }

    /** Looks at the browser's memory again and again. */
    private static final class Watch {
        private final AtomicLong most = new AtomicLong();
        private final AtomicBoolean over = new AtomicBoolean();
        private final Thread looking = Thread.ofVirtual().start(this::look);

        private void look() {
            try {
                while (!over.get()) {
                    most.accumulateAndGet(browserBytes(), Math::max);
                    Thread.sleep(250);
                }
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
            }
        }

        long most() throws InterruptedException {
            over.set(true);
            looking.join();
            return most.get();
        }
    }

    /** Of all processes of Chromium; what several share counts once. */
    private static long browserBytes() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").contains("chromium"))
                .mapToLong(Zip::bytes)
                .sum();
    }

    private static long bytes(ProcessHandle process) {
        try (var lines = Files.lines(Path.of("/proc", "" + process.pid(), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .sum();
        } catch (IOException ended) {
            return 0;
        }
    }
}
