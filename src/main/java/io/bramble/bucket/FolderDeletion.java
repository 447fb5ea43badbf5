package io.bramble.bucket;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A folder being deleted in the background.
 *
 * @param prefix ends in "/"
 * @param failedObjects those the engine would not delete
 * @param problem null if all is well, else one sentence
 */
public record FolderDeletion(
        UUID id,
        UUID bucketId,
        String prefix,
        State state,
        long deletedObjects,
        long failedObjects,
        @Nullable String problem,
        Instant createdAt,
        @Nullable Instant endedAt) {

    /** How far it is. */
    public enum State {
        RUNNING,
        DONE,
        /** Ended with objects that could not be deleted. */
        FAILED
    }
}
