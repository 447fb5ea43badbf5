package io.bramble.journey;

import com.microsoft.playwright.Browser;
import io.bramble.local.LocalPlatform;
import io.bramble.storage.MinioDrive;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A person who scrolls through a very long folder on the real MinIO, and what that costs page and server. */
public final class Scrolling implements AutoCloseable {
    /** Pixels a second: as fast as rows come. */
    public static final int ANY = 72_000;

    /** Scrolls at a pace as long as there are rows; ends at so many. */
    private static final String SCROLL = """
            ([rows, pixelsASecond]) => new Promise(done => {
              const grid = document.querySelector('vaadin-grid.file-table');
              const table = grid.shadowRoot.querySelector('#table');
              const tasks = [], gaps = [];
              new PerformanceObserver(list => tasks.push(...list.getEntries().map(task => task.duration)))
                .observe({ type: 'longtask' });
              let last = performance.now();
              const frame = now => {
                const gap = now - last;
                gaps.push(gap);
                last = now;
                table.scrollTop += pixelsASecond * Math.min(gap, 50) / 1000;
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
    public static Scrolling through(int files, LocalPlatform platform) throws IOException {
        var scrolling = new Scrolling(platform, Chromium.start());
        scrolling.fill(files);
        return scrolling;
    }

    private void fill(int files) throws IOException {
        platform.people().add(email, "Sam", Stage.PASSWORD);
        try (var visitor = arrive()) {
            var api = new Api(platform.consoleUrl(), visitor.createToken());
            var bucket =
                    api.readyBucket("scroll-" + UUID.randomUUID().toString().substring(0, 8));
            var key = api.key(bucket, "read-write");
            folder = "/console/b/" + bucket.get("namespace").asString() + "/" + key.bucket() + "/files?prefix=f/";
            key.store().put(key.bucket(), file(0), new byte[16], "image/jpeg");
            new MinioDrive(platform.minioDrive()).multiply(key.bucket(), Scrolling::file, files);
        }
    }

    private static String file(int number) {
        return "f/IMG_%07d.jpg".formatted(number);
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
    public Map<String, Number> scroll(int rows, int pixelsASecond) {
        var visitor = arrive();
        visitors.add(visitor);
        visitor.open(folder);
        visitor.page().waitForFunction("() => document.querySelector('vaadin-grid.file-table').size >= 200");
        return (Map<String, Number>) visitor.page().evaluate(SCROLL, List.of(rows, pixelsASecond));
    }

    @Override
    public void close() {
        visitors.forEach(Visitor::close);
        chromium.close();
    }
}
