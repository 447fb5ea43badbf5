package io.bramble.storage.embedded;

import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client sends to be stored.
 *
 * @param declaredBytes the stream must carry exactly so many
 * @param md5 of the stream in hexadecimal if the client named it, else null
 */
public record Content(
        InputStream stream, long declaredBytes, @Nullable String md5, Map<String, String> attributes) {
    public Content {
        attributes = Map.copyOf(attributes);
    }
}
