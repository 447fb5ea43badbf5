package io.bramble.bucket;

import io.bramble.storage.NodeTraffic;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What happens to a bucket, published inside the transaction in which it happens. */
public sealed interface BucketLife {
    /** Made, or restored: from now on it is the account's. */
    record Begun(UUID bucketId, UUID accountId, UUID engineId, String name, Instant at) implements BucketLife {}

    /** Deleted by its owner: from now on it costs nothing. */
    record Ended(UUID bucketId, Instant at) implements BucketLife {}

    /**
     * Ready for its owner, for the first time or again: what engines had counted until then was our own test of it.
     *
     * @param name on its engine
     * @param counted by each node of the engine
     */
    record Opened(UUID bucketId, String name, List<NodeTraffic> counted, Instant at) implements BucketLife {}
}
