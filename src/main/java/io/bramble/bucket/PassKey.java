package io.bramble.bucket;

import io.bramble.storage.Credentials;
import io.bramble.storage.KeyInfo;
import io.bramble.storage.Permission;
import io.bramble.storage.ScopedKey;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An access key as a pass needs it.
 *
 * @param credentials null when the secret is erased, which for customers' keys is as soon as they are active
 */
record PassKey(
        UUID id,
        String accessKeyId,
        Purpose purpose,
        KeyState state,
        Permission permission,
        String prefix,
        @Nullable Instant expiresAt,
        @Nullable Credentials credentials) {

    ScopedKey onBucket(String bucket) {
        return new ScopedKey(Objects.requireNonNull(credentials), bucket, permission, prefix, expiresAt);
    }

    /** Whether the engine has it as it should be; the secret cannot be compared. */
    boolean isAs(@Nullable KeyInfo onEngine) {
        return onEngine != null
                && onEngine.permission() == permission
                && onEngine.prefix().equals(prefix)
                && Objects.equals(onEngine.expiresAt(), expiresAt);
    }
}
