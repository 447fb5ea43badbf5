package io.bramble.bucket;

import io.bramble.storage.ObjectVersion;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that was deleted, and can be brought back.
 *
 * @param sizeBytes of what comes back; null if not known yet
 */
public record DeletedFile(
        String key, Instant deletedAt, @Nullable Long sizeBytes) {
    /**
     * Some of those below a prefix, in key order.
     *
     * @param next where the next page begins; null after the last one
     */
    public record Page(List<DeletedFile> files, ObjectVersion.@Nullable Id next) {
        public Page {
            files = List.copyOf(files);
        }
    }
}
