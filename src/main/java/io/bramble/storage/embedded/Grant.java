package io.bramble.storage.embedded;

import io.bramble.storage.Access;
import io.bramble.storage.Permission;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far one key reaches at this moment: its own limits, and what the standing of the bucket's account allows. */
public record Grant(
        String bucket,
        Permission permission,
        String prefix,
        @Nullable Instant expiresAt,
        Access access) {
    /** What a request does to a bucket or an object. */
    public enum Action {
        /** Sees that the bucket exists. */
        KNOW,
        LIST,
        READ,
        WRITE,
        /** Looks after one's own unfinished uploads. */
        UPLOADS,
        DELETE
    }

    /** @throws S3Fault AccessDenied, saying which of the limits it was */
    public void require(Action action, String ofBucket, String name, Instant now) {
        if (!bucket.equals(ofBucket)) {
            throw S3Fault.accessDenied("This access key belongs to another bucket.");
        }
        if (expiresAt != null && !now.isBefore(expiresAt)) {
            throw S3Fault.accessDenied("This access key expired at " + expiresAt + ".");
        }
        requireStanding(action);
        requirePermission(action);
        if (action != Action.KNOW && !name.startsWith(prefix)) {
            throw S3Fault.accessDenied("This access key reaches only what begins with " + prefix + ".");
        }
    }

    private void requireStanding(Action action) {
        if (access == Access.NONE) {
            throw S3Fault.accessDenied("Access to this bucket is suspended. Ask the owner of its account.");
        }
        if (access == Access.READ_ONLY && action == Action.WRITE) {
            throw S3Fault.accessDenied("This bucket can be read and emptied, but not written to at present.");
        }
    }

    private void requirePermission(Action action) {
        var allowed =
                switch (permission) {
                    case READ_WRITE -> true;
                    case READ -> action == Action.KNOW || action == Action.LIST || action == Action.READ;
                    case WRITE -> action == Action.KNOW || action == Action.WRITE || action == Action.UPLOADS;
                };
        if (!allowed) {
            throw S3Fault.accessDenied(
                    permission == Permission.READ
                            ? "This access key can only read."
                            : "This access key can only write new objects.");
        }
    }
}
