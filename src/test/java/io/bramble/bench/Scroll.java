package io.bramble.bench;

import io.bramble.journey.Scrolling;

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
            var seen = scrolling.scroll(ROWS, PIXELS_A_SECOND);
            var bare = scrolling.scrollBare(BARE_ROWS, PIXELS_A_SECOND);
            return Result.of(
                    "scroll",
                    "ms, the longest frame; %,d rows at %,d pixels a second, above 50 ms %s of %s frames, of the bare list %s of %s"
                            .formatted(
                                    ROWS,
                                    PIXELS_A_SECOND,
                                    seen.get("gapsAbove50"),
                                    seen.get("frames"),
                                    bare.get("gapsAbove50"),
                                    bare.get("frames")),
                    seen.get("longestGap").doubleValue(),
                    "a bare list in the same browser",
                    bare.get("longestGap").doubleValue(),
                    "value <= 50");
        }
    }
}
