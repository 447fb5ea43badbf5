package io.bramble.storage;

import java.util.Map;

/**
 * What is said about an object besides its bytes.
 *
 * @param headers as in {@link ObjectDetails#headers()}
 * @param metadata as in {@link ObjectDetails#metadata()}
 */
public record Description(String contentType, Map<String, String> headers, Map<String, String> metadata) {
    public Description {
        headers = Map.copyOf(headers);
        metadata = Map.copyOf(metadata);
    }
}
