package io.bramble.storage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Versions in key order, the newest of a key first.
 *
 * @param next where the next page begins; null after the last one
 */
public record VersionPage(List<ObjectVersion> versions, ObjectVersion.@Nullable Id next) {
    public VersionPage {
        versions = List.copyOf(versions);
    }
}
