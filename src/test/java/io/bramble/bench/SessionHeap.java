package io.bramble.bench;

import io.bramble.journey.Scrolling;

/** What the server keeps for each of those who have scrolled a long way, and whose pages are still open. */
final class SessionHeap implements Bench.BrowserBenchmark {
    /** More than a session keeps. */
    private static final int ROWS = 5_000;
    /** Until caches and code are as they stay. */
    private static final int FIRST_SESSIONS = 4;

    private static final int SESSIONS = Integer.getInteger("bench.sessions", 12);
    private static final double MOST_KIB = 1024;

    @Override
    public Result run(BrowserStage stage) throws Exception {
        try (var scrolling = Scrolling.through(2 * ROWS, stage.platform())) {
            open(scrolling, FIRST_SESSIONS);
            var before = stage.consoleHeapBytes();
            open(scrolling, SESSIONS);
            var kib = (stage.consoleHeapBytes() - before) / 1024.0 / SESSIONS;
            return Result.of(
                    "session-heap",
                    "KiB of the server's heap each of %d sessions holds, %d rows scrolled".formatted(SESSIONS, ROWS),
                    kib,
                    "1 MiB",
                    MOST_KIB,
                    "value <= 1024");
        }
    }

    private static void open(Scrolling scrolling, int sessions) {
        for (var session = 0; session < sessions; session++) scrolling.scroll(ROWS, Scrolling.ANY);
    }
}
