package io.bramble.bucket;

import static java.util.Objects.requireNonNull;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import io.bramble.account.AccountScope;
import io.bramble.account.Accounts;
import io.bramble.audit.Audit;
import io.bramble.work.Lease;
import io.bramble.work.Work;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs passes. A pass reads in one transaction, works without any, and ends in one: there the wishes that came meanwhile
 * are compared, what was found is written, and the queue learns when to run again; all or nothing.
 */
@Component
class BucketTask {
    private final PassRows rows;
    private final Accounts accounts;
    private final Stores stores;
    private final BucketWork announcements;
    private final Audit audit;
    private final Work work;
    private final TransactionTemplate transactions;
    private final Clock clock;

    BucketTask(
            PassRows rows,
            Accounts accounts,
            Stores stores,
            BucketWork announcements,
            Audit audit,
            Work work,
            TransactionTemplate transactions,
            Clock clock) {
        this.rows = rows;
        this.accounts = accounts;
        this.stores = stores;
        this.announcements = announcements;
        this.audit = audit;
        this.work = work;
        this.transactions = transactions;
        this.clock = clock;
    }

    CompletionHandler<Void> execute(Execution execution) {
        var bucketId = UUID.fromString(execution.getId());
        var found = requireNonNull(transactions.execute(_ -> see(bucketId)));
        if (found.isEmpty()) return (_, operations) -> operations.stop();
        var seen = found.get();
        var lease = work.lease(execution);
        var result = Pass.over(seen, stores, lease, clock).run();
        return (complete, operations) -> AccountScope.platform(
                () -> transactions.executeWithoutResult(_ -> end(seen.bucket(), result, lease, complete, operations)));
    }

    private Optional<Pass.Seen> see(UUID bucketId) {
        return rows.bucket(bucketId)
                .map(bucket -> new Pass.Seen(
                        bucket, accounts.get(bucket.accountId()), rows.keys(bucketId), rows.othersBytes(bucket)));
    }

    /**
     * The lease is held before anything is written: after a take-over nothing is. The operations come last, because
     * db-scheduler commits as soon as it has written, also our transaction.
     */
    private void end(
            Bucket seen,
            PassResult result,
            Lease lease,
            ExecutionComplete complete,
            ExecutionOperations<Void> operations) {
        var now = clock.instant();
        var counters = rows.lock(seen.id());
        lease.hold();
        rows.writeKeys(result, now);
        // Conditions of an older wish would hide what the newer one has set.
        if (counters.generation() == seen.generation()) {
            rows.write(seen, result, now);
            purge(seen, result, now);
            if (result.opened() != null)
                announcements.tell(new BucketLife.Opened(seen.id(), seen.name(), result.opened(), now));
        }
        announcements.announce(seen.accountId(), seen.id());
        if (result.purge() == PassResult.Purge.ENDED) operations.stop();
        else operations.reschedule(complete, counters.equals(PassRows.Counters.of(seen)) ? result.next() : now);
    }

    private void purge(Bucket seen, PassResult result, Instant now) {
        switch (result.purge()) {
            case NONE -> {}
            case BEGINS -> rows.beginPurge(seen.id(), now);
            case ENDED -> {
                rows.endPurge(seen.id(), now);
                audit.append(
                        seen.accountId(), "bramble", "bucket.purged", seen.id().toString(), seen.name());
            }
        }
    }
}
