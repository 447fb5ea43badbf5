package io.bramble.storage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an engine tells about one object.
 *
 * @param key literal, as the client wrote it
 * @param etag without quotes
 * @param contentType null in listings, which do not carry it
 */
public record StoredObject(
        String key,
        long sizeBytes,
        Instant modifiedAt,
        String etag,
        @Nullable String contentType) {}
