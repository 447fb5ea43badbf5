package io.bramble.storage;

import org.jspecify.annotations.Nullable;

/**
 * A part that has arrived.
 *
 * @param number 1 to 10,000
 * @param etag without quotes
 * @param crc32 base64 of the CRC-32 that it was sent with and that was found right; null where the engine does not keep it
 */
public record UploadedPart(
        int number, long sizeBytes, String etag, @Nullable String crc32) {
    public UploadedPart(int number, long sizeBytes, String etag) {
        this(number, sizeBytes, etag, null);
    }
}
