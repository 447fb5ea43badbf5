package io.bramble.metering;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a bucket or an account used in a UTC month, up to now while it runs.
 *
 * @param stored what is held now, whichever month is asked for; null until first measured
 * @param trafficMeasuredAt traffic up to then is in; null if the engine was never asked
 * @param days from the first to the last that has begun
 */
public record MonthUsage(
        YearMonth month,
        Amounts total,
        @Nullable Stored stored,
        @Nullable Instant trafficMeasuredAt,
        List<Day> days) {

    /**
     * One UTC day.
     *
     * @param meanBytes held on average over the part of the day that has passed
     * @param measured false for a day on which no engine was asked: unknown, which is not zero
     */
    public record Day(LocalDate date, Amounts total, long meanBytes, boolean measured) {}
}
