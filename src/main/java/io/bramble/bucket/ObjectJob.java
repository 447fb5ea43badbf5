package io.bramble.bucket;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Work on many objects in the background: the page may be closed, the worker may be killed, the work goes on.
 *
 * @param what the first file or folder it is about; a folder ends in "/", empty is the whole bucket
 * @param selected how many files and folders it is about
 * @param targetBucketId where to, of a copy or a move
 * @param target the name that {@code what} gets there
 * @param doneObjects as they should be now
 * @param skippedObjects left alone, because the name was taken
 * @param failedObjects see {@link ObjectJobs#failures}
 * @param totalObjects those it has seen so far
 * @param allSeen whether there are no more than those
 * @param problem null if all is well, else one sentence: why it ended, or what it is waiting for
 * @param startsAt until then it waits, and can be undone as if it had never been
 * @param undoable whether {@link ObjectJobs#undo} can do something about it now
 * @param dismissed somebody has read how it ended
 */
public record ObjectJob(
        UUID id,
        UUID bucketId,
        Kind kind,
        State state,
        String what,
        int selected,
        @Nullable UUID targetBucketId,
        @Nullable String target,
        long doneObjects,
        long skippedObjects,
        long failedObjects,
        long totalObjects,
        boolean allSeen,
        long bytes,
        @Nullable String problem,
        boolean undoable,
        boolean dismissed,
        String requestedBy,
        Instant createdAt,
        Instant startsAt,
        @Nullable Instant endedAt) {

    /** What it does. */
    public enum Kind {
        DELETE,
        COPY,
        MOVE,
        /** Says something else about objects. */
        METADATA,
        /** Old versions and what marks deleted objects. */
        CLEAR_VERSIONS,
        /** Gives up unfinished uploads. */
        ABORT_UPLOADS,
        /** Brings back what was deleted while versions were kept. */
        UNDELETE,
        /** All that is in a bucket. */
        EMPTY;

        /** Whether it stores anything; the others are allowed to an account that may not write. */
        public boolean writes() {
            return this == COPY || this == MOVE || this == METADATA;
        }
    }

    /** How far it is. */
    public enum State {
        WAITING,
        RUNNING,
        STOPPING,
        STOPPED,
        DONE,
        /** Ended with objects that failed, or was refused. */
        FAILED;

        public boolean ended() {
            return this == STOPPED || this == DONE || this == FAILED;
        }
    }

    /** One object and why it failed. */
    public record Failure(String key, String reason) {}
}
