package io.bramble.bucket;

import io.bramble.storage.Permission;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An access key without its secret.
 *
 * @param createdBy e-mail address of its maker
 */
public record KeyView(
        UUID id,
        UUID bucketId,
        String name,
        String accessKeyId,
        Permission permission,
        String prefix,
        KeyState state,
        @Nullable Instant expiresAt,
        String createdBy,
        Instant createdAt,
        @Nullable Instant revokedAt) {}
