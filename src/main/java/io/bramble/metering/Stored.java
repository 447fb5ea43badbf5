package io.bramble.metering;

import java.time.Instant;

/**
 * What is held now.
 *
 * @param measuredAt when the engine last looked; of several buckets, the longest ago
 */
public record Stored(long bytes, long objects, Instant measuredAt) {}
