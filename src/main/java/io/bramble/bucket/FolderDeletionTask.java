package io.bramble.bucket;

import static java.util.Objects.requireNonNull;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import io.bramble.storage.DeleteFailure;
import io.bramble.storage.ListRequest;
import io.bramble.storage.StoreException;
import io.bramble.storage.StoredObject;
import io.bramble.work.Lease;
import io.bramble.work.Work;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes what is below a prefix, a thousand objects at a time, remembering how far it came. A batch is written down
 * before it is deleted, so that the totals are right whenever a worker is killed.
 */
@Component
class FolderDeletionTask {
    static final String NAME = "folder-deletion";
    private static final int BATCH = 1000;

    private final FolderDeletionRows rows;
    private final PassRows buckets;
    private final BucketWork announcements;
    private final Doors doors;
    private final Work work;
    private final TransactionTemplate transactions;
    private final Clock clock;

    FolderDeletionTask(
            FolderDeletionRows rows,
            PassRows buckets,
            BucketWork announcements,
            Doors doors,
            Work work,
            TransactionTemplate transactions,
            Clock clock) {
        this.rows = rows;
        this.buckets = buckets;
        this.announcements = announcements;
        this.doors = doors;
        this.work = work;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** An engine that can't be reached now throws out of here, and the queue tries again from the kept cursor. */
    CompletionHandler<Void> execute(Execution execution) {
        var id = UUID.fromString(execution.getId());
        var lease = work.lease(execution);
        var mayBeMore = true;
        while (mayBeMore) {
            var deletion = requireNonNull(transactions.execute(_ -> rows.open(id)));
            mayBeMore = deletion.isPresent() && goOn(deletion.get(), lease);
        }
        return (_, operations) -> operations.stop();
    }

    private boolean goOn(FolderDeletionRows.Open deletion, Lease lease) {
        try {
            return removeBatch(deletion, lease, requireNonNull(transactions.execute(_ -> door(deletion))));
        } catch (BucketNotReady | StoreException.AccessDenied | StoreException.NoSuchBucket refused) {
            return end(deletion, lease, FolderDeletion.State.FAILED, refused.getMessage());
        }
    }

    private Doors.Door door(FolderDeletionRows.Open deletion) {
        var bucket = buckets.bucket(deletion.bucketId()).orElseThrow(() -> new BucketNotReady(BucketState.PURGING));
        if (bucket.state() != BucketState.READY) throw new BucketNotReady(bucket.state());
        return doors.open(bucket, Purpose.MANAGE);
    }

    private boolean removeBatch(FolderDeletionRows.Open deletion, Lease lease, Doors.Door door) {
        var subtree = ListRequest.subtree(deletion.prefix(), BATCH);
        var page = door.store().list(door.name(), subtree.after(deletion.cursor()));
        var doomed = page.objects().stream().map(StoredObject::key).toList();
        write(deletion, lease, () -> rows.beginBatch(deletion.id(), deletion.deletedUnsaid(doomed), doomed));
        var failures =
                doomed.isEmpty() ? List.<DeleteFailure>of() : door.store().deleteAll(door.name(), doomed);
        var deleted = doomed.size() - failures.size();
        write(deletion, lease, () -> rows.progress(deletion.id(), page.nextToken(), deleted, failures));
        if (page.nextToken() != null) return true;
        if (deletion.failedObjects() + failures.size() > 0)
            return end(deletion, lease, FolderDeletion.State.FAILED, null);
        var rest = door.store().list(door.name(), ListRequest.subtree(deletion.prefix(), 1));
        return !rest.objects().isEmpty() || end(deletion, lease, FolderDeletion.State.DONE, null);
    }

    /** @return false: there is no more to do */
    private boolean end(
            FolderDeletionRows.Open deletion, Lease lease, FolderDeletion.State state, @Nullable String problem) {
        write(deletion, lease, () -> rows.end(deletion.id(), state, problem, clock.instant()));
        return false;
    }

    private void write(FolderDeletionRows.Open deletion, Lease lease, Runnable what) {
        transactions.executeWithoutResult(_ -> {
            lease.hold();
            what.run();
            announcements.announce(deletion.accountId(), deletion.bucketId());
        });
    }
}
