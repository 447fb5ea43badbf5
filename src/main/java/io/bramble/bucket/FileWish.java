package io.bramble.bucket;

import org.jspecify.annotations.Nullable;

/**
 * A file that wants to be uploaded.
 *
 * @param key the whole S3 key
 * @param contentType empty for unknown
 * @param crc32 in base64: the engine then takes no other content; null for any
 */
public record FileWish(
        String key,
        long sizeBytes,
        String contentType,
        @Nullable String crc32) {
    public FileWish(String key, long sizeBytes, String contentType) {
        this(key, sizeBytes, contentType, null);
    }
}
