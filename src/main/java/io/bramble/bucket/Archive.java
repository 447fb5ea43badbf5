package io.bramble.bucket;

import io.bramble.storage.StoredObject;
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
    public record Entry(String key, long sizeBytes, long modifiedMillis) {
        /** @param root what keys leave out */
        static Entry of(StoredObject object, String root) {
            var key = object.key().substring(root.length());
            return new Entry(key, object.sizeBytes(), object.modifiedAt().toEpochMilli());
        }
    }
}
