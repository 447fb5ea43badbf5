package io.bramble.bucket;

import io.bramble.provisioning.Conditions;
import io.bramble.storage.NodeTraffic;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a pass found and did; written in its last transaction.
 *
 * @param attempts failures in a row, 0 after success
 * @param next when to run again if nobody wakes it before
 * @param opened the engine's counters just after the test that opened the bucket; null without a test
 * @param quotaOnEngine what the engine was told that the bucket may hold; null if it was told nothing
 * @param purgedObjects removed by this pass
 */
record PassResult(
        Conditions conditions,
        int attempts,
        Instant next,
        List<UUID> activated,
        List<UUID> revoked,
        List<UUID> lost,
        @Nullable List<NodeTraffic> opened,
        @Nullable Long quotaOnEngine,
        Purge purge,
        long purgedObjects) {

    /** How the bucket's end moved on. */
    enum Purge {
        NONE,
        /** From the commit of this on there is no way back; nothing was destroyed before. */
        BEGINS,
        ENDED
    }
}
