package io.bramble.storage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An access key and how far it reaches.
 *
 * @param prefix empty for the whole bucket
 * @param expiresAt null for never
 */
public record ScopedKey(
        Credentials credentials,
        String bucket,
        Permission permission,
        String prefix,
        @Nullable Instant expiresAt) {
    public String id() {
        return credentials.accessKeyId();
    }
}
