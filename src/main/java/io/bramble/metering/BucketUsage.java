package io.bramble.metering;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one bucket used in a month.
 *
 * @param stored what it holds now; null if it was deleted or not measured yet
 */
public record BucketUsage(
        UUID bucketId, String name, Amounts total, @Nullable Stored stored) {}
