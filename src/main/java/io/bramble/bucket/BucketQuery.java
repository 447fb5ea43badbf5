package io.bramble.bucket;

import org.jspecify.annotations.Nullable;

/**
 * One page of an account's buckets, by name.
 *
 * @param filter part of the name, empty for all
 * @param includeDeleted also those that can still be restored or are being purged
 * @param afterName begins after this name; null for the beginning
 * @param offset skips so many more
 * @param limit 1 to 1,000
 */
public record BucketQuery(
        String filter, boolean includeDeleted, @Nullable String afterName, int offset, int limit) {
    public BucketQuery {
        if (limit < 1 || limit > 1000) throw new IllegalArgumentException("limit is 1 to 1,000, not " + limit);
        if (offset < 0) throw new IllegalArgumentException("offset is 0 or more, not " + offset);
    }

    /** As grids ask. */
    public static BucketQuery slice(String filter, int offset, int limit) {
        return new BucketQuery(filter, true, null, offset, limit);
    }

    /** As cursors ask. */
    public static BucketQuery after(@Nullable String name, int limit) {
        return new BucketQuery("", true, name, 0, limit);
    }
}
