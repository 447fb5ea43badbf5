package io.bramble.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.bramble.storage.Traffic;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** Random lives of a node: traffic, passes, failed passes, restarts, in any order. */
class TrafficHistoryTest {
    private static final Instant BEGIN = Instant.parse("2026-11-01T00:00:00Z");

    @Property(tries = 20_000)
    void what_is_billed_is_what_passed_less_what_restarts_and_the_open_end_lost(@ForAll long seed) {
        var node = new Node(new Random(seed));
        for (int step = 0; step < 30; step++) node.live();
        var billed = billed(node.samples);
        assertThat(billed).isEqualTo(node.passed - node.lost - node.unseen() - node.beforeFirstPass);
        assertThat(node.lost + node.unseen()).isGreaterThanOrEqualTo(0);
    }

    @Property(tries = 500)
    void the_order_in_which_samples_are_read_changes_nothing(@ForAll long seed) {
        var node = new Node(new Random(seed));
        for (int step = 0; step < 30; step++) node.live();
        var shuffled = new ArrayList<>(node.samples);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(TrafficDelta.byHour(shuffled)).isEqualTo(TrafficDelta.byHour(node.samples));
    }

    private static long billed(List<TrafficSample> samples) {
        var sums = TrafficDelta.byHour(samples).values().stream()
                .map(amounts -> amounts.getOrDefault(Meter.EGRESS, BigInteger.ZERO))
                .toList();
        assertThat(sums).allMatch(sum -> sum.signum() >= 0);
        return sums.stream().mapToLong(BigInteger::longValueExact).sum();
    }

    private static final class Node {
        private final Random random;
        private final List<TrafficSample> samples = new ArrayList<>();
        private Instant now = BEGIN;
        private Instant start = BEGIN;
        private @Nullable Instant lastOk;
        private long counter;
        private long sampled;
        private long passed;
        private long lost;
        private long beforeFirstPass;

        Node(Random random) {
            this.random = random;
        }

        void live() {
            now = now.plusMillis(3000 + random.nextInt(1_800_000));
            switch (random.nextInt(6)) {
                case 0 -> restart();
                case 1, 2, 3 -> traffic();
                default -> pass();
            }
        }

        long unseen() {
            return counter - sampled;
        }

        private void traffic() {
            var bytes = random.nextLong(1L << 40);
            counter += bytes;
            passed += bytes;
        }

        private void restart() {
            lost += unseen();
            counter = 0;
            sampled = 0;
            start = now;
        }

        private void pass() {
            if (lastOk == null) {
                beforeFirstPass = counter;
            }
            if (lastOk == null || counter != sampled)
                samples.add(new TrafficSample(now, lastOk, start, new Traffic(0, counter, 0, 0, 0, 0)));
            sampled = counter;
            lastOk = now;
        }
    }
}
