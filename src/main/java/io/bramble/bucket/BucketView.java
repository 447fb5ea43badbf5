package io.bramble.bucket;

import io.bramble.provisioning.Condition;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bucket as its owners see it.
 *
 * @param step of {@code steps}, the last when ready
 * @param stepText what happens in this step, to follow "Provisioning 2/5: "
 * @param problem null if all is well, else a sentence that says what is wrong and what happens next
 * @param endpoint what programs are configured with, as {@code https://anna.s3.example.org}
 * @param url endpoint and name
 * @param quotaBytes the bucket's own limit; null for the account's alone
 * @param purgeAfter until when it can be restored; null unless deleted
 * @param purgedObjects how many objects a purge has removed so far
 * @param conditions by type: EngineReady, BucketConfigured, KeysReady, DataPathVerified, SettingsInForce
 */
public record BucketView(
        UUID id,
        UUID namespaceId,
        String namespace,
        String name,
        BucketState state,
        int step,
        int steps,
        String stepText,
        @Nullable String problem,
        String endpoint,
        String url,
        String region,
        @Nullable Long quotaBytes,
        Instant createdAt,
        @Nullable Instant purgeAfter,
        long purgedObjects,
        Map<String, Condition> conditions) {}
