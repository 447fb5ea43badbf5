package io.bramble.billing;

import static java.time.ZoneOffset.UTC;
import static java.time.temporal.ChronoUnit.HOURS;

import java.time.Instant;
import java.time.YearMonth;

/** Whole hours of one UTC month that are rated together: {@code from} inclusive, {@code to} exclusive. */
public record Window(Instant from, Instant to) {
    public Window {
        if (!from.equals(from.truncatedTo(HOURS)) || !to.equals(to.truncatedTo(HOURS)))
            throw new IllegalArgumentException("A window has whole hours: " + from + " to " + to);
        if (!from.isBefore(to) || to.isAfter(start(monthOf(from).plusMonths(1))))
            throw new IllegalArgumentException("A window lies in one UTC month: " + from + " to " + to);
    }

    public static Window of(YearMonth month) {
        return new Window(start(month), start(month.plusMonths(1)));
    }

    /** From the hour of {@code from} to the end of its month: the first period of an account. */
    public static Window since(Instant from) {
        return new Window(from.truncatedTo(HOURS), start(monthOf(from).plusMonths(1)));
    }

    public YearMonth month() {
        return monthOf(from);
    }

    public long hours() {
        return HOURS.between(from, to);
    }

    public long seconds() {
        return hours() * 3600;
    }

    long monthHours() {
        return month().lengthOfMonth() * 24L;
    }

    private static YearMonth monthOf(Instant at) {
        return YearMonth.from(at.atOffset(UTC));
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(UTC).toInstant();
    }
}
