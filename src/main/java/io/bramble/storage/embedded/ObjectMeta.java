package io.bramble.storage.embedded;

import java.time.Instant;
import java.util.Map;

/**
 * What is kept with an object.
 *
 * @param etag MD5 of the content in hexadecimal, or MD5 of the parts' MD5s and their number; no quotes
 * @param attributes content type and the like, and the client's own metadata; the names are the caller's affair
 */
public record ObjectMeta(long sizeBytes, Instant modifiedAt, String etag, Map<String, String> attributes) {
    public ObjectMeta {
        attributes = Map.copyOf(attributes);
    }
}
