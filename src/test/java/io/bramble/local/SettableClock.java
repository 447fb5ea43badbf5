package io.bramble.local;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Goes with the real time, ahead of it by what a test has advanced, so that workers' retries fall due; once set it stands
 * still. In the microseconds that PostgreSQL keeps.
 */
public final class SettableClock extends Clock {

    private volatile @Nullable Instant still;
    private volatile Duration ahead = Duration.ZERO;

    public void set(Instant instant) {
        still = instant.truncatedTo(ChronoUnit.MICROS);
    }

    public void advance(Duration by) {
        var standing = still;
        if (standing != null) still = standing.plus(by);
        else ahead = ahead.plus(by);
    }

    /** Back to the real time: for tests that share a context and must not inherit a moved clock. */
    public void reset() {
        still = null;
        ahead = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        var standing = still;
        return standing != null ? standing : realTime().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Bramble keeps all times in UTC");
    }

    private static Instant realTime() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
