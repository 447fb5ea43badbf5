package io.bramble.storage;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Older versions of objects. */
public interface VersionStore {
    /**
     * One page.
     *
     * @param after {@link VersionPage#next()}, null for the first page
     * @param limit 1 to 1,000
     */
    VersionPage list(String bucket, String prefix, ObjectVersion.@Nullable Id after, int limit);

    /**
     * Deletes up to 1,000 versions for good.
     *
     * @return what could not be deleted, as a locked version; empty if all is gone
     */
    List<DeleteFailure> deleteAll(String bucket, List<ObjectVersion.Id> versions);

    /** Makes a version the newest again, by a copy. */
    void restore(String bucket, ObjectVersion.Id version);

    /** Signs a download for the public endpoint; calls nothing. */
    URI presignGet(String bucket, ObjectVersion.Id version, Duration validity, DownloadAs as);
}
