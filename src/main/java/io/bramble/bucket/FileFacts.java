package io.bramble.bucket;

import io.bramble.storage.ObjectDetails;
import java.util.Map;

/**
 * All that is known about a file.
 *
 * @param tags empty where the engine has none
 */
public record FileFacts(ObjectDetails details, Map<String, String> tags) {
    public FileFacts {
        tags = Map.copyOf(tags);
    }
}
