package io.bramble.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import io.bramble.local.LocalPlatform;
import io.bramble.storage.MinioDrive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** A person who scrolls through a very long folder on the real MinIO, and what that costs page and server. */
public final class Scrolling implements AutoCloseable {
    /** Pixels a second: as fast as rows come. */
    public static final int ANY = 72_000;

    /** Scrolls at a pace as long as there are rows; ends at so many. */
    private static final String SCROLL = """
            ([rows, pixelsASecond]) => new Promise(done => {
              const grid = document.querySelector('vaadin-grid.file-table');
              const table = grid?.shadowRoot.querySelector('#table') ?? document.querySelector('#bare');
              const passed = () => grid ? grid.size : table.scrollTop / 45;
              const gaps = [];
              let blank = 0;
              let last = performance.now();
              const frame = now => {
                const gap = now - last;
                gaps.push(gap);
                last = now;
                const drawn = grid?._getRenderedRows() ?? [];
                if (drawn.length > 0) blank += drawn.filter(row => row.hasAttribute('loading')).length / drawn.length;
                table.scrollTop += pixelsASecond * Math.min(gap, 50) / 1000;
                if (passed() < rows) requestAnimationFrame(frame);
                else done({ frames: gaps.length, longestGap: Math.max(...gaps),
                  gapsAbove50: gaps.filter(gap => gap > 50).length, blankPercent: 100 * blank / gaps.length });
              };
              requestAnimationFrame(frame);
            })""";

    /** Draws pixels beside the page's own thread: with two such threads that one waits for them on two cores. */
    private static final String ONE_DRAWS = "--num-raster-threads=1";

    private static final List<String> TASKS_AND_FRAMES = List.of("toplevel", "devtools.timeline");

    /** As few elements and as little work as rows of this look can do with. */
    private static final String BARE = """
            rows => {
              document.body.innerHTML = `<div id="bare" style="height: 640px; overflow: auto; position: relative">
                <div style="height: ${rows * 45 + 640}px"></div></div>`;
              const table = document.querySelector('#bare');
              const lines = Array.from({ length: 16 }, () => table.appendChild(document.createElement('div')));
              for (const line of lines) line.style.cssText = 'position: absolute; top: 0; width: 100%; height: 44px;'
                + 'border-bottom: 1px solid #ddd; font: 15px/44px sans-serif; white-space: pre';
              table.onscroll = () => {
                const first = Math.floor(table.scrollTop / 45);
                for (let index = first; index < first + lines.length; index++) {
                  const line = lines[index % lines.length];
                  line.style.transform = `translateY(${index * 45}px)`;
                  line.textContent = `IMG_${index}.jpg          16 B          1 min ago`;
                }
              };
            }""";

    /** What is inside the window, by the index that the grid gives it. */
    private static final String DRAWN = """
            () => {
              const grid = document.querySelector('vaadin-grid.file-table');
              const { top, bottom } = grid.shadowRoot.querySelector('#items').parentElement.getBoundingClientRect();
              const seen = row => row.getBoundingClientRect().top >= top && row.getBoundingClientRect().bottom <= bottom;
              return Object.fromEntries(grid._getRenderedRows().filter(seen)
                .map(row => [row.index, row.children[1]._content.textContent.trim()]));
            }""";

    private static final String GROWS = """
            () => {
              const grid = document.querySelector('vaadin-grid.file-table');
              return Object.hasOwn(grid.__virtualizer.__adapter, 'size')
                && ['requestContentUpdate', '__updateRowOrderParts'].every(method => Object.hasOwn(grid, method))
                && grid.querySelector('input.row-box') !== null;
            }""";

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
        var scrolling = new Scrolling(platform, Chromium.start(ONE_DRAWS));
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
        return "f/" + name(number);
    }

    static String name(int number) {
        return "IMG_%07d.jpg".formatted(number);
    }

    private Visitor visitor() {
        return chromium.visitor(new Browser.NewContextOptions().setViewportSize(1280, 800), platform.consoleUrl());
    }

    private Visitor arrive() {
        var visitor = visitor();
        visitor.signIn(email, Stage.PASSWORD);
        return visitor;
    }

    /**
     * Somebody more scrolls, and stays.
     *
     * @return frames, longestGap in milliseconds, gapsAbove50: those of more than 50 ms, blankPercent: of the rows drawn,
     *     those that were still to come
     */
    public Map<String, Number> scroll(int rows, int pixelsASecond) {
        openFolder();
        return go(rows, pixelsASecond);
    }

    private void openFolder() {
        var visitor = arrive();
        visitors.add(visitor);
        visitor.open(folder);
        visitor.page().waitForFunction("() => document.querySelector('vaadin-grid.file-table').size >= 200");
    }

    @SuppressWarnings("unchecked") // what SCROLL returns
    private Map<String, Number> go(int rows, int pixelsASecond) {
        return (Map<String, Number>) page().evaluate(SCROLL, List.of(rows, pixelsASecond));
    }

    /** The same, and a trace of Chromium's tasks and frames meanwhile. */
    public Traced scrollTraced(int rows, int pixelsASecond) throws IOException {
        openFolder();
        return traced(rows, pixelsASecond);
    }

    /** @param trace a file in Chromium's trace event format */
    public record Traced(Map<String, Number> seen, Path trace) {}

    private Traced traced(int rows, int pixelsASecond) throws IOException {
        var trace = Files.createTempFile(Path.of("target"), "scroll-", ".trace.json");
        var options = new Browser.StartTracingOptions().setCategories(TASKS_AND_FRAMES);
        chromium.browser().startTracing(page(), options.setPath(trace));
        var seen = go(rows, pixelsASecond);
        chromium.browser().stopTracing();
        return new Traced(seen, trace);
    }

    private Page page() {
        return visitors.getLast().page();
    }

    /** Name by index of the rows in view; of one that still waits what it showed before. */
    @SuppressWarnings("unchecked") // what DRAWN returns
    SortedMap<Integer, String> drawn() {
        var drawn = new TreeMap<Integer, String>();
        ((Map<String, String>) page().evaluate(DRAWN))
                .forEach((index, name) -> drawn.put(Integer.valueOf(index), name));
        return drawn;
    }

    boolean growsAtTheEnd() {
        return (boolean) page().evaluate(GROWS);
    }

    void jump(int row) {
        page().evaluate("row => document.querySelector('vaadin-grid.file-table').scrollToIndex(row)", row);
    }

    /** The same through a bare list that is in the page already. */
    public Traced scrollBare(int rows, int pixelsASecond) throws IOException {
        var visitor = visitor();
        visitors.add(visitor);
        visitor.page().evaluate(BARE, rows);
        return traced(rows, pixelsASecond);
    }

    @Override
    public void close() {
        visitors.forEach(Visitor::close);
        chromium.close();
    }
}
