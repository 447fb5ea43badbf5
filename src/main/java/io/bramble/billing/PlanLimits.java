package io.bramble.billing;

import io.bramble.account.Limits;
import org.jspecify.annotations.Nullable;

/**
 * How much a plan allows.
 *
 * @param egressBytesPerMonth null: not limited
 * @param requestsPerMonth null: not limited
 * @param engines engines of its own; 0: buckets live on shared engines
 */
public record PlanLimits(
        long storageBytes,
        int buckets,
        int keys,
        @Nullable Long egressBytesPerMonth,
        @Nullable Long requestsPerMonth,
        int engines) {

    /** The part that accounts keep. */
    Limits ofAccount() {
        return new Limits(storageBytes, buckets, keys);
    }
}
