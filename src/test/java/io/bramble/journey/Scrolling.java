package io.bramble.journey;

import com.microsoft.playwright.Browser;
import io.bramble.local.LocalPlatform;
import io.bramble.storage.ObjectStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** A person who scrolls through a very long folder on the real MinIO, and what that costs page and server. */
public final class Scrolling implements AutoCloseable {
    private static final int AT_ONCE = 64;

    /** Scrolls as fast as rows come; ends at so many rows. */
    private static final String SCROLL = """
            rows => new Promise(done => {
              const grid = document.querySelector('vaadin-grid.file-table');
              const table = grid.shadowRoot.querySelector('#table');
              const tasks = [], gaps = [];
              new PerformanceObserver(list => tasks.push(...list.getEntries().map(task => task.duration)))
                .observe({ type: 'longtask' });
              let last = performance.now();
              const frame = now => {
                gaps.push(now - last);
                last = now;
                table.scrollTop += 1200;
                if (grid.size < rows) requestAnimationFrame(frame);
                else done({ rows: grid.size, frames: gaps.length, longestGap: Math.max(...gaps),
                  gapsAbove50: gaps.filter(gap => gap > 50).length, longTasks: tasks.length,
                  longestTask: Math.max(0, ...tasks) });
              };
              requestAnimationFrame(frame);
            })""";

    private final LocalPlatform platform;
    private final Chromium chromium;
    private final List<Visitor> visitors = new ArrayList<>();
    private final String email = "scroll-" + UUID.randomUUID() + "@example.org";
    private String folder = "";

    private Scrolling(LocalPlatform platform, Chromium chromium) {
        this.platform = platform;
        this.chromium = chromium;
    }

    /** Makes a folder of so many files. */
    public static Scrolling through(int files, LocalPlatform platform) throws InterruptedException {
        var scrolling = new Scrolling(platform, Chromium.start());
        scrolling.fill(files);
        return scrolling;
    }

    private void fill(int files) throws InterruptedException {
        platform.people().add(email, "Sam", Stage.PASSWORD);
        try (var visitor = arrive()) {
            var api = new Api(platform.consoleUrl(), visitor.createToken());
            var bucket =
                    api.readyBucket("scroll-" + UUID.randomUUID().toString().substring(0, 8));
            var key = api.key(bucket, "read-write");
            folder = "/console/b/" + bucket.get("namespace").asString() + "/" + key.bucket() + "/files?prefix=f/";
            var store = key.store();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var workers = IntStream.range(0, AT_ONCE)
                        .mapToObj(first -> (Callable<Object>) () -> fill(store, key.bucket(), first, files))
                        .toList();
                threads.invokeAll(workers);
            }
        }
    }

    private static Object fill(ObjectStore store, String bucket, int first, int files) {
        for (var file = first; file < files; file += AT_ONCE)
            store.put(bucket, "f/IMG_%07d.jpg".formatted(file), new byte[16], "image/jpeg");
        return bucket;
    }

    private Visitor arrive() {
        var visitor =
                chromium.visitor(new Browser.NewContextOptions().setViewportSize(1280, 800), platform.consoleUrl());
        visitor.signIn(email, Stage.PASSWORD);
        return visitor;
    }

    /**
     * Somebody more scrolls, and stays.
     *
     * @return rows, frames, longestGap, gapsAbove50, longTasks, longestTask; times in milliseconds
     */
    @SuppressWarnings("unchecked") // what SCROLL returns
    public Map<String, Number> scroll(int rows) {
        var visitor = arrive();
        visitors.add(visitor);
        visitor.open(folder);
        visitor.page().waitForFunction("() => document.querySelector('vaadin-grid.file-table').size >= 200");
        return (Map<String, Number>) visitor.page().evaluate(SCROLL, rows);
    }

    @Override
    public void close() {
        visitors.forEach(Visitor::close);
        chromium.close();
    }
}
