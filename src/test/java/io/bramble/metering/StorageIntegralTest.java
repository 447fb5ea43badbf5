package io.bramble.metering;

import static java.time.temporal.ChronoUnit.HOURS;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class StorageIntegralTest {
    static final Instant MIDNIGHT = Instant.parse("2026-11-01T00:00:00Z");
    static final long GIB = 1L << 30;
    static final long PIB = 1L << 50;
    static final int SECONDS = 3 * 24 * 3600;

    @Test
    void a_bucket_that_grows_and_goes_pays_for_each_second_of_what_was_seen() {
        var samples = List.of(new StorageSample(at("00:20"), GIB), new StorageSample(at("01:30"), 3 * GIB));
        var life = new Span(at("00:10"), at("02:15"));
        assertThat(StorageIntegral.byHour(samples, List.of(life), new Span(MIDNIGHT, at("05:00"))))
                .isEqualTo(Map.of(
                        at("00:00"), BigInteger.valueOf(2_576_980_377_600L),
                        at("01:00"), BigInteger.valueOf(7_730_941_132_800L),
                        at("02:00"), BigInteger.valueOf(2_899_102_924_800L)));
    }

    @Test
    void two_pebibytes_for_a_month_are_more_than_a_long_holds() {
        var month = new Span(MIDNIGHT, MIDNIGHT.plus(Duration.ofDays(31)));
        assertThat(sum(List.of(new StorageSample(MIDNIGHT, 2 * PIB)), List.of(month), month))
                .isEqualTo(new BigInteger("6031220620974568243200"));
    }

    @Test
    void time_between_delete_and_restore_is_free_and_the_last_size_is_held_after_it() {
        var samples = List.of(new StorageSample(at("00:00"), 10));
        var spans = List.of(new Span(at("00:00"), at("00:30")), new Span(at("02:00"), at("03:00")));
        assertThat(StorageIntegral.byHour(samples, spans, new Span(MIDNIGHT, at("04:00"))))
                .isEqualTo(Map.of(at("00:00"), BigInteger.valueOf(18_000), at("02:00"), BigInteger.valueOf(36_000)));
    }

    @Property
    void the_hours_add_up_to_the_integral_of_the_samples(
            @ForAll @Size(max = 40) List<@IntRange(max = SECONDS) Integer> moments,
            @ForAll @LongRange(max = PIB) long unit,
            @ForAll @IntRange(max = SECONDS) int begin,
            @ForAll @IntRange(max = SECONDS) int end) {
        var samples = samples(moments, unit);
        var life = new Span(MIDNIGHT.plusSeconds(begin), MIDNIGHT.plusSeconds(end));
        assertThat(sum(samples, List.of(life), days())).isEqualTo(secondBySecond(samples, begin, end));
    }

    @Property
    void order_and_repetition_of_samples_and_cutting_the_time_change_nothing(
            @ForAll @Size(max = 40) List<@IntRange(max = SECONDS) Integer> moments,
            @ForAll @IntRange(max = 72) int cutHour,
            @ForAll long seed) {
        var samples = samples(moments, GIB);
        var life = List.of(days());
        var shuffled = new ArrayList<>(samples);
        shuffled.addAll(samples);
        Collections.shuffle(shuffled, new Random(seed));
        var cut = MIDNIGHT.plus(cutHour, HOURS);
        var parts = sum(shuffled, life, new Span(MIDNIGHT, cut)).add(sum(shuffled, life, new Span(cut, days().to())));
        assertThat(parts).isEqualTo(sum(samples, life, days()));
    }

    private static Span days() {
        return new Span(MIDNIGHT, MIDNIGHT.plusSeconds(SECONDS));
    }

    private static List<StorageSample> samples(List<Integer> moments, long unit) {
        return new HashSet<>(moments)
                .stream()
                        .map(second -> new StorageSample(
                                MIDNIGHT.plusSeconds(second).plusNanos(second), unit / (1 + second % 7)))
                        .toList();
    }

    private static BigInteger sum(List<StorageSample> samples, List<Span> valid, Span during) {
        return StorageIntegral.byHour(samples, valid, during).values().stream()
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** The definition, written down another way. */
    private static BigInteger secondBySecond(List<StorageSample> samples, int begin, int end) {
        var changes = new long[SECONDS + 1];
        Arrays.fill(changes, -1);
        for (var sample : samples)
            changes[(int) Duration.between(MIDNIGHT, sample.observedAt()).toSeconds()] = sample.bytes();
        var sum = BigInteger.ZERO;
        long held = 0;
        long seconds = 0;
        for (int second = 0; second < SECONDS; second++) {
            if (changes[second] >= 0) {
                sum = sum.add(BigInteger.valueOf(held).multiply(BigInteger.valueOf(seconds)));
                held = changes[second];
                seconds = 0;
            }
            if (second >= begin && second < end) seconds++;
        }
        return sum.add(BigInteger.valueOf(held).multiply(BigInteger.valueOf(seconds)));
    }

    private static Instant at(String time) {
        return Instant.parse("2026-11-01T" + time + ":00Z");
    }
}
