package io.bramble.metering;

import static java.time.temporal.ChronoUnit.HOURS;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/** Time from {@code from} until before {@code to}; empty if they cross. */
record Span(Instant from, Instant to) {
    Span within(Span other) {
        return new Span(from.isAfter(other.from) ? from : other.from, to.isBefore(other.to) ? to : other.to);
    }

    Span widened(Duration by) {
        return new Span(from.minus(by), to.plus(by));
    }

    boolean contains(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }

    /** Starts of the hours that have a part in it. */
    Stream<Instant> hours() {
        return Stream.iterate(from.truncatedTo(HOURS), hour -> hour.isBefore(to), hour -> hour.plus(1, HOURS));
    }

    boolean isEmpty() {
        return !from.isBefore(to);
    }

    /** Whole seconds, each end cut to its second, so that parts add up to the whole. */
    long seconds() {
        return isEmpty() ? 0 : to.getEpochSecond() - from.getEpochSecond();
    }

    Duration length() {
        return isEmpty() ? Duration.ZERO : Duration.between(from, to);
    }
}
