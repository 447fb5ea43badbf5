package io.bramble.bucket;

import io.bramble.provisioning.Condition;
import io.bramble.provisioning.Conditions;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A bucket as the database has it. */
record Bucket(
        UUID id,
        UUID accountId,
        UUID namespaceId,
        String namespace,
        UUID engineId,
        String name,
        Desired desired,
        @Nullable Long quotaBytes,
        Instant createdAt,
        @Nullable Instant purgeAfter,
        @Nullable Instant purgeStartedAt,
        long generation,
        long observedGeneration,
        long wakes,
        int attempts,
        long usedBytes,
        long purgedObjects,
        Conditions conditions,
        Behaviour wished) {

    enum Desired {
        PRESENT,
        ABSENT
    }

    static final String ENGINE_READY = "EngineReady";
    static final String CONFIGURED = "BucketConfigured";
    static final String KEYS_READY = "KeysReady";
    static final String VERIFIED = "DataPathVerified";
    static final String IN_FORCE = "SettingsInForce";
    /** The reason of a condition that only a person or a changed world can make true. */
    static final String FAILED = "Failed";
    /** The reason of a condition that is false because the owner wished so. */
    static final String EXPECTED = "Expected";

    BucketState state() {
        if (purgeStartedAt != null) return BucketState.PURGING;
        if (desired == Desired.ABSENT) return BucketState.DELETED;
        if (conditions.isTrue(VERIFIED)) return BucketState.READY;
        return conditions.all().values().stream().anyMatch(Bucket::failed)
                ? BucketState.FAILED
                : BucketState.PROVISIONING;
    }

    private static boolean failed(Condition condition) {
        return !condition.status() && condition.reason().equals(FAILED);
    }
}
