package io.bramble.bucket;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** When a pass runs next. Pure; spread so that many buckets do not come back at the same moment. */
final class Retry {
    static final Duration RESYNC = Duration.ofMinutes(10);
    private static final int QUICK_ATTEMPTS = 10;
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration TIRED = Duration.ofMinutes(5);

    private Retry() {}

    /** For what only needs time: often at first, then less often. */
    static Duration waiting(Instant since, Instant now) {
        var waited = Duration.between(since, now);
        if (waited.compareTo(Duration.ofSeconds(30)) < 0) return Duration.ofSeconds(2);
        return Duration.ofSeconds(waited.compareTo(Duration.ofMinutes(5)) < 0 ? 5 : 30);
    }

    /** @param attempts that failed before this one */
    static Duration afterFailure(int attempts, RandomGenerator random) {
        if (attempts >= QUICK_ATTEMPTS) return spread(TIRED, random);
        var doubled = Duration.ofSeconds(1L << attempts);
        return spread(doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST, random);
    }

    /** When all is well, or nothing but a person can help. */
    static Duration resync(RandomGenerator random) {
        return spread(RESYNC, random);
    }

    private static Duration spread(Duration about, RandomGenerator random) {
        return about.multipliedBy(random.nextInt(800, 1201)).dividedBy(1000);
    }
}
