package io.bramble.bucket;

import java.time.Instant;
import java.util.UUID;

/** What happens to a bucket, published inside the transaction in which it happens. */
public sealed interface BucketLife {
    /** Made, or restored: from now on it is the account's. */
    record Begun(UUID bucketId, UUID accountId, UUID engineId, String name, Instant at) implements BucketLife {}

    /** Deleted by its owner: from now on it costs nothing. */
    record Ended(UUID bucketId, Instant at) implements BucketLife {}
}
