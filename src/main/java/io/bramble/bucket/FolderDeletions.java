package io.bramble.bucket;

import io.bramble.account.InvalidField;
import io.bramble.account.Membership;
import io.bramble.work.Work;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Folders deleted in the background: the page may be closed, the worker may be killed, the work goes on. */
@Component
public class FolderDeletions {
    private static final int SHOWN = 20;

    private final FolderDeletionRows rows;
    private final Doors doors;
    private final Work work;
    private final Clock clock;

    FolderDeletions(FolderDeletionRows rows, Doors doors, Work work, Clock clock) {
        this.rows = rows;
        this.doors = doors;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Begins to delete all below a prefix.
     *
     * @param prefix not empty, ends in "/"
     * @throws InvalidField for another prefix, which could be half a name
     */
    @Transactional
    public FolderDeletion begin(Membership acting, UUID bucketId, String prefix) {
        if (prefix.isEmpty() || !prefix.endsWith("/"))
            throw new InvalidField("prefix", "Name a folder: a path that ends in /.");
        doors.toDelete(acting, bucketId, "folder.deleted", prefix);
        var id = rows.insert(acting, bucketId, prefix, clock.instant());
        work.add(FolderDeletionTask.NAME, id.toString());
        return get(acting, id);
    }

    /** @throws BucketNotFound for an unknown deletion or another account's */
    @Transactional(readOnly = true)
    public FolderDeletion get(Membership acting, UUID id) {
        Allowances.requireReader(acting);
        return rows.find(acting.accountId(), id).orElseThrow(BucketNotFound::new);
    }

    /** The latest of a bucket, newest first. */
    @Transactional(readOnly = true)
    public List<FolderDeletion> latest(Membership acting, UUID bucketId) {
        Allowances.requireReader(acting);
        return rows.latest(acting.accountId(), bucketId, SHOWN);
    }
}
