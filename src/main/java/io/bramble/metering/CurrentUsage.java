package io.bramble.metering;

import java.util.Map;
import java.util.UUID;

/**
 * An account at a glance.
 *
 * @param byBucket what each holds; one not yet measured is absent
 * @param month the running one
 */
public record CurrentUsage(Map<UUID, Stored> byBucket, MonthUsage month) {
    public CurrentUsage {
        byBucket = Map.copyOf(byBucket);
    }
}
