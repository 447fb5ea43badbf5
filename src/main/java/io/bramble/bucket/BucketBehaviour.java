package io.bramble.bucket;

import io.bramble.storage.Capabilities;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a bucket behaves, and how it could.
 *
 * @param capabilities what its engine can; nothing else is accepted
 * @param eventTargets whom its engine can tell of events, as it names them
 * @param wished what its owners have set
 * @param quotaBytes the bucket's own limit; null for the account's alone
 * @param inForce whether the engine was seen to behave so since the last change
 */
public record BucketBehaviour(
        UUID bucketId,
        Capabilities capabilities,
        List<String> eventTargets,
        Behaviour wished,
        @Nullable Long quotaBytes,
        boolean inForce) {}
