package io.bramble.bench;

import io.bramble.journey.Scrolling;
import java.nio.file.Files;

/**
 * Scrolling through 100,000 rows of a folder in Chromium, on an installation with Keycloak and the packaged console; and
 * through a list of bare rows, which tells what two cores without a graphics card can do at all.
 */
final class Scroll implements Bench.BrowserBenchmark {
    private static final int ROWS = Integer.getInteger("bench.rows", 100_000);
    /** 400 rows: a hard flick. */
    private static final int PIXELS_A_SECOND = Integer.getInteger("bench.pixels", 18_000);

    private static final int BARE_ROWS = 20_000;

    @Override
    public Result run(BrowserStage stage) throws Exception {
        stage.letTheBrowserFirst();
        try (var scrolling = Scrolling.through(ROWS, stage.platform())) {
            scrolling.scroll(2_500, Scrolling.ANY); // warms page and server
            var folder = scrolling.scrollTraced(ROWS, PIXELS_A_SECOND);
            var bare = scrolling.scrollBare(BARE_ROWS, PIXELS_A_SECOND);
            var seen = Frames.of(folder.trace());
            var least = Frames.of(bare.trace());
            Files.delete(folder.trace()); // some hundred MiB
            Files.delete(bare.trace());
            return Result.of(
                    "scroll",
                    "ms of the processor, the page's thread in the longest frame of a trace; %,d rows at %,d pixels a second, %s; bare list: %s"
                            .formatted(ROWS, PIXELS_A_SECOND, told(folder, seen), told(bare, least)),
                    seen.longestMillis(),
                    "a bare list in the same browser",
                    least.longestMillis(),
                    "value <= 50");
        }
    }

    /** On the clock a frame also has what servers on the same two cores took from it. */
    private static String told(Scrolling.Traced scrolled, Frames frames) {
        var seen = scrolled.seen();
        return "%d of %d frames above 50; on the clock %s of %s, the longest %.0f; %.0f %% of the rows blank"
                .formatted(
                        frames.above50(),
                        frames.count(),
                        seen.get("gapsAbove50"),
                        seen.get("frames"),
                        seen.get("longestGap").doubleValue(),
                        seen.get("blankPercent").doubleValue());
    }
}
