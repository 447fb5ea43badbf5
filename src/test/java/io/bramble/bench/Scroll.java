package io.bramble.bench;

import io.bramble.journey.Scrolling;

/** Scrolling through 100,000 rows of a folder in Chromium, on an installation with Keycloak and the packaged console. */
final class Scroll implements Bench.BrowserBenchmark {
    private static final int ROWS = Integer.getInteger("bench.rows", 100_000);
    /** 400 rows: a hard flick. */
    private static final int PIXELS_A_SECOND = Integer.getInteger("bench.pixels", 18_000);
    /** As fast as rows come. */
    private static final int ANY = 72_000;

    private static final int MORE_ROWS = 5_000;
    private static final int MORE_SESSIONS = 3;
    private static final double FRAME_MILLIS = 50;
    private static final double SESSION_KIB = 1024;

    @Override
    public Result run(BrowserStage stage) throws Exception {
        try (var scrolling = Scrolling.through(ROWS, stage.platform())) {
            scrolling.scroll(2_500, ANY); // warms page and server
            var before = stage.consoleHeapBytes();
            var seen = scrolling.scroll(ROWS, PIXELS_A_SECOND);
            System.out.println(seen);
            for (var session = 0; session < MORE_SESSIONS; session++) scrolling.scroll(MORE_ROWS, ANY);
            var kib = (stage.consoleHeapBytes() - before) / 1024.0 / (1 + MORE_SESSIONS);
            Result.of("scroll-heap", "KiB of the server's heap a session", kib, "1 MiB", SESSION_KIB, "value <= 1024")
                    .write();
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
