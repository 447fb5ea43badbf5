package io.bramble.metering;

import io.bramble.storage.Traffic;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A bucket's counters on one node.
 *
 * @param countedSince end of the node's pass before; null for numbers that only say where counting begins
 * @param processStart when the node's counters were at zero
 */
record TrafficSample(Instant observedAt, @Nullable Instant countedSince, Instant processStart, Traffic counters) {

    boolean sameNumbers(TrafficSample other) {
        return counters.equals(other.counters) && processStart.equals(other.processStart);
    }

    long count(Meter meter) {
        return switch (meter) {
            case INGRESS -> counters.ingressBytes();
            case EGRESS -> counters.egressBytes();
            case REQUESTS_A -> counters.a();
            case A_FAILED -> counters.aFailed();
            case REQUESTS_B -> counters.b();
            case B_FAILED -> counters.bFailed();
            case STORAGE, ENGINE -> throw new IllegalArgumentException(meter + " is not a counter");
        };
    }
}
