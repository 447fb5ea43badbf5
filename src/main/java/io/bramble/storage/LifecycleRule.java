package io.bramble.storage;

import org.jspecify.annotations.Nullable;

/**
 * What an engine cleans up by itself; at least one of the three.
 *
 * @param id unique in its bucket
 * @param prefix of the keys it is about; empty for all
 * @param expireAfterDays objects, counted from when they were written; needs {@link Capability#LIFECYCLE}; null for never
 * @param expireOldVersionsAfterDays counted from when they were replaced; needs {@link Capability#LIFECYCLE}; null
 *     for never
 * @param abortUploadsAfterDays unfinished uploads; needs {@link Capability#UPLOAD_EXPIRY}; null for never
 */
public record LifecycleRule(
        String id,
        String prefix,
        @Nullable Integer expireAfterDays,
        @Nullable Integer expireOldVersionsAfterDays,
        @Nullable Integer abortUploadsAfterDays) {}
