package io.bramble.metering;

import static java.time.temporal.ChronoUnit.HOURS;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * How much of an hour was watched. Usage of an hour that was not is unknown, not zero.
 *
 * @param seconds of the hour that lie between two passes close enough to each other
 * @param stale whether at its end the newest pass was too old
 */
record Coverage(int seconds, boolean stale) {
    static final Coverage NONE = new Coverage(0, true);

    /** @param passes ends of complete passes, in any order */
    static Coverage of(Instant hour, Collection<Instant> passes, Duration tolerance) {
        var ordered = passes.stream().sorted().toList();
        var span = new Span(hour, hour.plus(1, HOURS));
        int seconds = 0;
        for (int i = 1; i < ordered.size(); i++) {
            var between = new Span(ordered.get(i - 1), ordered.get(i));
            if (between.length().compareTo(tolerance) <= 0)
                seconds += (int) between.within(span).seconds();
        }
        return new Coverage(seconds, stale(span.to(), ordered, tolerance));
    }

    Coverage worst(Coverage other) {
        return new Coverage(Math.min(seconds, other.seconds), stale || other.stale);
    }

    private static boolean stale(Instant end, List<Instant> passes, Duration tolerance) {
        return passes.stream().noneMatch(pass -> !pass.isAfter(end) && pass.isAfter(end.minus(tolerance)));
    }
}
