package io.bramble.metering;

import static io.bramble.metering.Meter.A_FAILED;
import static io.bramble.metering.Meter.B_FAILED;
import static io.bramble.metering.Meter.EGRESS;
import static io.bramble.metering.Meter.INGRESS;
import static io.bramble.metering.Meter.REQUESTS_A;
import static io.bramble.metering.Meter.REQUESTS_B;

import java.time.Duration;
import java.util.List;

/** The two things an engine is asked for. */
enum Kind {
    STORAGE(Duration.ofHours(6)),
    TRAFFIC(Duration.ofMinutes(10));

    private final Duration tolerance;

    Kind(Duration tolerance) {
        this.tolerance = tolerance;
    }

    /** How far apart two passes may be for the time between them to count as covered. */
    Duration tolerance() {
        return tolerance;
    }

    List<Meter> meters() {
        return switch (this) {
            case STORAGE -> List.of(Meter.STORAGE);
            case TRAFFIC -> List.of(EGRESS, INGRESS, REQUESTS_A, REQUESTS_B, A_FAILED, B_FAILED);
        };
    }
}
