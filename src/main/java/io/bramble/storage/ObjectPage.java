package io.bramble.storage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Objects and folders in key order.
 *
 * @param commonPrefixes whole prefixes, each ending in the delimiter
 * @param nextToken null after the last page
 */
public record ObjectPage(
        List<StoredObject> objects,
        List<String> commonPrefixes,
        @Nullable String nextToken) {
    public ObjectPage {
        objects = List.copyOf(objects);
        commonPrefixes = List.copyOf(commonPrefixes);
    }
}
