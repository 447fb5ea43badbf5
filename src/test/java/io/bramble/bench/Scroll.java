package io.bramble.bench;

import io.bramble.journey.Scrolling;

/** Scrolling through 100,000 rows of a folder in Chromium, on an installation with Keycloak and the packaged console. */
final class Scroll implements Bench.BrowserBenchmark {
    private static final int ROWS = Integer.getInteger("bench.rows", 100_000);
    /** 400 rows: a hard flick. */
    private static final int PIXELS_A_SECOND = Integer.getInteger("bench.pixels", 18_000);

    private static final double FRAME_MILLIS = 50;

    @Override
    public Result run(BrowserStage stage) throws Exception {
        try (var scrolling = Scrolling.through(ROWS, stage.platform())) {
            scrolling.scroll(2_500, Scrolling.ANY); // warms page and server
            var seen = scrolling.scroll(ROWS, PIXELS_A_SECOND);
            return Result.of(
                    "scroll",
                    "ms, the page's longest task; %s rows at %,d pixels a second, %s frames, %s gaps above 50 ms, the longest %s ms"
                            .formatted(
                                    seen.get("rows"),
                                    PIXELS_A_SECOND,
                                    seen.get("frames"),
                                    seen.get("gapsAbove50"),
                                    Math.round(seen.get("longestGap").doubleValue())),
                    seen.get("longestTask").doubleValue(),
                    "50 ms",
                    FRAME_MILLIS,
                    "value <= 50");
        }
    }
}
