package io.bramble.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.bramble.storage.Traffic;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrafficDeltaTest {
    static final Instant FIRST_START = at("00:00:00");
    static final Instant SECOND_START = at("01:00:30");

    @Test
    void a_restart_never_takes_away_and_the_first_number_of_an_unknown_node_is_history() {
        assertThat(billed(List.of(
                        sample("00:30:00", null, FIRST_START, 100),
                        sample("00:31:00", "00:30:00", FIRST_START, 150),
                        sample("00:32:00", "00:31:00", at("00:31:30"), 20),
                        sample("00:33:00", "00:32:00", at("00:31:30"), 50))))
                .isEqualTo(100);
    }

    @Test
    void a_restart_is_noticed_by_the_start_of_the_process_though_the_number_grew() {
        assertThat(billed(List.of(
                        sample("01:00:00", null, FIRST_START, 100), sample("01:01:00", "01:00:00", SECOND_START, 130))))
                .isEqualTo(130);
    }

    @Test
    void a_restart_is_noticed_by_a_fallen_number_though_the_process_claims_its_old_start() {
        var before = sample("01:00:00", "00:59:00", FIRST_START, 100);
        var now = sample("01:01:00", "01:00:00", FIRST_START.plusSeconds(1), 30);
        assertThat(TrafficDelta.between(before, now).how()).isEqualTo(TrafficDelta.How.RESET);
    }

    @Test
    void a_new_bucket_on_a_known_node_pays_from_its_first_byte() {
        var delta = TrafficDelta.between(null, sample("00:10:00", "00:09:00", FIRST_START, 42));
        assertThat(delta.how()).isEqualTo(TrafficDelta.How.BORN);
        assertThat(delta.amounts()).containsEntry(Meter.EGRESS, 42L);
        assertThat(delta.counted()).isEqualTo(new Span(at("00:09:00"), at("00:10:00")));
    }

    @Test
    void traffic_over_the_turn_of_an_hour_is_shared_by_time() {
        var delta = TrafficDelta.between(null, sample("01:00:50", "00:59:50", FIRST_START, 100));
        assertThat(delta.parts(100))
                .isEqualTo(Map.of(at("00:00:00"), BigInteger.valueOf(16), at("01:00:00"), BigInteger.valueOf(84)));
    }

    @Test
    void what_a_young_process_counted_came_after_its_start() {
        var before = sample("00:59:00", "00:58:00", FIRST_START, 7);
        var delta = TrafficDelta.between(before, sample("01:02:00", "00:59:00", SECOND_START, 9));
        assertThat(delta.counted()).isEqualTo(new Span(SECOND_START, at("01:02:00")));
    }

    @Test
    void numbers_seen_at_the_turn_of_an_hour_belong_to_the_hour_before_it() {
        var delta = TrafficDelta.between(null, sample("01:00:00", "00:59:00", FIRST_START, 5));
        assertThat(delta.parts(5)).isEqualTo(Map.of(at("00:00:00"), BigInteger.valueOf(5)));
        var instant = TrafficDelta.between(null, sample("01:00:00", "01:00:00", FIRST_START, 5));
        assertThat(instant.parts(5)).isEqualTo(Map.of(at("00:00:00"), BigInteger.valueOf(5)));
    }

    @Test
    void a_sample_that_comes_late_changes_no_total() {
        var samples = new ArrayList<>(List.of(
                sample("00:01:00", null, FIRST_START, 10),
                sample("00:03:00", "00:01:00", FIRST_START, 70),
                sample("00:05:00", "00:03:00", SECOND_START, 5)));
        var total = billed(samples);
        samples.add(sample("00:02:00", "00:01:00", FIRST_START, 30));
        assertThat(billed(samples)).isEqualTo(total);
    }

    private static long billed(List<TrafficSample> samples) {
        return TrafficDelta.byHour(samples).values().stream()
                .map(amounts -> amounts.getOrDefault(Meter.EGRESS, BigInteger.ZERO))
                .mapToLong(BigInteger::longValueExact)
                .sum();
    }

    private static TrafficSample sample(String time, @Nullable String since, Instant start, long egress) {
        return new TrafficSample(
                at(time), since == null ? null : at(since), start, new Traffic(egress / 2, egress, 3, 1, 4, 2));
    }

    private static Instant at(String time) {
        return Instant.parse("2026-11-01T" + time + "Z");
    }
}
