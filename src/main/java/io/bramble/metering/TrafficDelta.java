package io.bramble.metering;

import static java.time.temporal.ChronoUnit.HOURS;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What went through a bucket on one node between two passes. Never negative and never more than what really passed:
 * whatever a counter lost in a restart is not billed.
 *
 * @param counted after {@code from} up to and including {@code to}, by our clock
 */
record TrafficDelta(How how, Span counted, Map<Meter, Long> amounts) {
    private static final Duration SAME_START = Duration.ofSeconds(2);
    private static final Duration HOUR = Duration.ofHours(1);

    enum How {
        /** The numbers only say where counting begins: what is older is nobody's. */
        BASELINE,
        /** The bucket is new on a node that we know. */
        BORN,
        GROWTH,
        /** The node's counters began anew. */
        RESET
    }

    /** @param before the bucket's sample before {@code now} on the same node */
    static TrafficDelta between(@Nullable TrafficSample before, TrafficSample now) {
        var how = how(before, now);
        var amounts = new EnumMap<Meter, Long>(Meter.class);
        for (var meter : Kind.TRAFFIC.meters()) {
            amounts.put(
                    meter,
                    switch (how) {
                        case BASELINE -> 0L;
                        case BORN, RESET -> now.count(meter);
                        case GROWTH -> now.count(meter) - (before == null ? 0 : before.count(meter));
                    });
        }
        return new TrafficDelta(how, counted(before, now), amounts);
    }

    /**
     * Counts of each hour and meter that has any.
     *
     * @param samples of one bucket on one node, in any order, each moment at most once
     */
    static SortedMap<Instant, Map<Meter, BigInteger>> byHour(Collection<TrafficSample> samples) {
        var sums = new TreeMap<Instant, Map<Meter, BigInteger>>();
        TrafficSample before = null;
        for (var sample : samples.stream()
                .sorted(Comparator.comparing(TrafficSample::observedAt))
                .toList()) {
            between(before, sample).spread(sums);
            before = sample;
        }
        return sums;
    }

    private static How how(@Nullable TrafficSample before, TrafficSample now) {
        if (now.countedSince() == null) return How.BASELINE;
        if (before == null) return How.BORN;
        return continues(before, now) ? How.GROWTH : How.RESET;
    }

    /** Whether the counters have run on: told by process start and by no number having fallen. */
    static boolean continues(TrafficSample before, TrafficSample now) {
        var moved = Duration.between(before.processStart(), now.processStart()).abs();
        return moved.compareTo(SAME_START) <= 0
                && Kind.TRAFFIC.meters().stream().allMatch(meter -> now.count(meter) >= before.count(meter));
    }

    private static Span counted(@Nullable TrafficSample before, TrafficSample now) {
        var from = now.processStart();
        if (before != null && before.observedAt().isAfter(from)) from = before.observedAt();
        var since = now.countedSince();
        if (since != null && since.isAfter(from)) from = since;
        return new Span(from, now.observedAt());
    }

    private void spread(SortedMap<Instant, Map<Meter, BigInteger>> sums) {
        amounts.forEach((meter, amount) -> {
            if (amount > 0)
                parts(amount).forEach((hour, part) -> sums.computeIfAbsent(hour, _ -> new EnumMap<>(Meter.class))
                        .merge(meter, part, BigInteger::add));
        });
    }

    /** Shares an amount out by time, cutting cumulated sums down: parts are whole and add up to the amount. */
    SortedMap<Instant, BigInteger> parts(long amount) {
        var parts = new TreeMap<Instant, BigInteger>();
        if (counted.isEmpty()) {
            parts.put(counted.to().minusNanos(1000).truncatedTo(HOURS), BigInteger.valueOf(amount));
            return parts;
        }
        var before = BigInteger.ZERO;
        for (var hour : (Iterable<Instant>) counted.hours()::iterator) {
            var passed = counted.within(new Span(counted.from(), hour.plus(HOUR)));
            var cumulated = BigInteger.valueOf(amount)
                    .multiply(BigInteger.valueOf(micros(passed)))
                    .divide(BigInteger.valueOf(micros(counted)));
            if (cumulated.compareTo(before) > 0) parts.put(hour, cumulated.subtract(before));
            before = cumulated;
        }
        return parts;
    }

    private static long micros(Span span) {
        var length = span.length();
        return SECONDS.toMicros(length.getSeconds()) + length.getNano() / 1000;
    }
}
