package io.bramble.storage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An access key as the engine has it: all but the secret. */
public record KeyInfo(
        String accessKeyId,
        String bucket,
        Permission permission,
        String prefix,
        @Nullable Instant expiresAt) {}
