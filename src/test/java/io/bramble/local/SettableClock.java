package io.bramble.local;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Stands still until a test moves it. Begins at the real time, in the microseconds that PostgreSQL keeps. */
public final class SettableClock extends Clock {

    private volatile Instant now = realTime();

    public void set(Instant instant) {
        now = instant.truncatedTo(ChronoUnit.MICROS);
    }

    public void advance(Duration by) {
        now = now.plus(by);
    }

    /** Back to the real time: for tests that share a context and must not inherit a moved clock. */
    public void reset() {
        now = realTime();
    }

    @Override
    public Instant instant() {
        return now;
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
