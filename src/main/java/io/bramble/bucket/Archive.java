package io.bramble.bucket;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of what goes into an archive.
 *
 * @param next to ask on with; null at the end
 */
public record Archive(List<Entry> entries, @Nullable String next) {
    /**
     * A file, or an empty folder whose key ends in "/".
     *
     * @param sizeBytes -1 where only the name was chosen
     */
    public record Entry(String key, long sizeBytes, long modifiedMillis) {}
}
