package io.bramble.storage;

import java.time.Instant;
import java.util.Map;

/**
 * The counters of one process of an engine.
 *
 * @param processStart when they began at zero; another value means they began anew
 * @param buckets by name; absent is not zero but "nothing known"
 */
public record NodeTraffic(String node, Instant processStart, Map<String, Traffic> buckets) {
    public NodeTraffic {
        buckets = Map.copyOf(buckets);
    }
}
