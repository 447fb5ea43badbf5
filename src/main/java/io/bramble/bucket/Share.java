package io.bramble.bucket;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link that lets people outside see, or fill, a part of a bucket.
 *
 * @param path a file's key; or a folder, which is empty for the whole bucket or ends in "/"
 * @param url the link itself: whoever has it, and the password if there is one, is let in
 * @param mostDownloads null for any number
 * @param mostBytes of an upload request, over all who send; null for what the bucket has room for
 * @param receivedBytes announced by those who sent
 */
public record Share(
        UUID id,
        UUID bucketId,
        Kind kind,
        String name,
        String path,
        String url,
        State state,
        boolean hasPassword,
        @Nullable Integer mostDownloads,
        int downloads,
        @Nullable Long mostBytes,
        long receivedBytes,
        int receivedFiles,
        String createdBy,
        Instant createdAt,
        Instant expiresAt) {
    /** What a link is for. */
    public enum Kind {
        /** Look and download. */
        DOWNLOAD,
        /** Send files, see nothing. */
        UPLOAD
    }

    /** Only an active one lets anybody in. */
    public enum State {
        ACTIVE,
        EXPIRED,
        USED_UP,
        REVOKED
    }

    public boolean isFolder() {
        return path.isEmpty() || path.endsWith("/");
    }

    @Override
    public String toString() {
        return "Share[" + id + "]";
    }
}
