package io.bramble.metering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CoverageTest {
    static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    static final Instant HOUR = Instant.parse("2026-11-01T10:00:00Z");

    @Test
    void an_hour_with_a_pass_each_ten_minutes_is_covered() {
        var passes = IntStream.rangeClosed(-1, 7)
                .mapToObj(n -> HOUR.plus(TEN_MINUTES.multipliedBy(n)))
                .toList();
        assertThat(Coverage.of(HOUR, passes, TEN_MINUTES)).isEqualTo(new Coverage(3600, false));
    }

    @Test
    void an_outage_leaves_its_time_uncovered() {
        var passes = List.of(at("09:55"), at("10:05"), at("10:45"), at("10:55"), at("11:05"));
        assertThat(Coverage.of(HOUR, passes, TEN_MINUTES)).isEqualTo(new Coverage(20 * 60, false));
    }

    @Test
    void an_hour_that_ends_within_an_outage_is_stale() {
        assertThat(Coverage.of(HOUR, List.of(at("10:00"), at("12:00")), TEN_MINUTES))
                .isEqualTo(new Coverage(0, true));
    }

    private static Instant at(String time) {
        return Instant.parse("2026-11-01T" + time + ":00Z");
    }
}
