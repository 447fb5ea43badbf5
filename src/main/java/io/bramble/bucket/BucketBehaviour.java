package io.bramble.bucket;

import io.bramble.storage.Capabilities;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a bucket behaves, and how it could.
 *
 * @param capabilities what its engine can; nothing else is accepted
 * @param wished what its owners have set
 * @param quotaBytes the bucket's own limit; null for the account's alone
 * @param inForce whether the engine was seen to behave so since the last change
 */
public record BucketBehaviour(
        UUID bucketId,
        Capabilities capabilities,
        Behaviour wished,
        @Nullable Long quotaBytes,
        boolean inForce) {}
