package io.bramble.storage;

import org.jspecify.annotations.Nullable;

/**
 * One page of a listing.
 *
 * @param delimiter "/" for one folder, null for all below the prefix
 * @param continuationToken null for the first page, else {@link ObjectPage#nextToken()}
 * @param limit 1 to 1,000
 */
public record ListRequest(
        String prefix, @Nullable String delimiter, @Nullable String continuationToken, int limit) {
    public ListRequest {
        if (limit < 1 || limit > 1000) {
            throw new IllegalArgumentException("limit is 1 to 1,000, not " + limit);
        }
    }

    /** The first page of a folder: its files, and its folders as common prefixes. */
    public static ListRequest folder(String prefix, int limit) {
        return new ListRequest(prefix, "/", null, limit);
    }

    /** The first page of everything below a prefix. */
    public static ListRequest subtree(String prefix, int limit) {
        return new ListRequest(prefix, null, null, limit);
    }

    public ListRequest after(@Nullable String token) {
        return new ListRequest(prefix, delimiter, token, limit);
    }
}
