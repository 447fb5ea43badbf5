package io.bramble.bucket;

import org.jspecify.annotations.Nullable;

/** How much an engine lets into one bucket, so that all buckets of an account together keep to its limit. */
final class Quota {
    private Quota() {}

    /**
     * The bucket's own limit, or what the others leave of the account's.
     *
     * @param bucketLimit null for none
     * @param othersBytes what the account's other buckets hold
     * @return at least 1, because to engines 0 means "no limit"
     */
    static long onEngine(long accountLimit, @Nullable Long bucketLimit, long othersBytes) {
        var left = accountLimit - othersBytes;
        return Math.max(1, bucketLimit == null ? left : Math.min(bucketLimit, left));
    }
}
