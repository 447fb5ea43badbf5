package io.bramble.bucket;

import static java.util.Objects.requireNonNull;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import io.bramble.account.AccountScope;
import io.bramble.account.Accounts;
import io.bramble.storage.StoreException;
import io.bramble.work.Lease;
import io.bramble.work.LeaseLost;
import io.bramble.work.Work;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does jobs, a batch at a time. A batch is written down before its first step, so that a job goes on where a killed
 * worker was, and counts each object once.
 */
@Component
class ObjectJobTask {
    static final String NAME = "object-job";
    static final int AT_A_TIME = 8;

    /** One execution's share; then the job goes to the end of the queue, so that all work gets its turn. */
    static final Duration SHARE = Duration.ofSeconds(10);

    /** How often what nobody has foreseen is tried, with growing pauses: for about five minutes. */
    static final int TRIES = 10;

    private static final Logger LOG = LoggerFactory.getLogger(ObjectJobTask.class);
    private static final int SOURCES = 1000;

    private final Desk desk;
    private final Doors doors;
    private final Stores stores;
    private final Work work;
    private final Abreast abreast;

    /** The database, and who listens to it. */
    @Component
    record Desk(
            JobProgress progress,
            ObjectJobRows rows,
            PassRows buckets,
            Accounts accounts,
            BucketWork announcements,
            TransactionTemplate transactions,
            Clock clock) {
        <T> T read(Supplier<T> what) {
            return requireNonNull(transactions.execute(_ -> what.get()));
        }

        void write(JobProgress.Open job, Lease lease, Runnable what) {
            transactions.executeWithoutResult(_ -> {
                lease.hold();
                what.run();
                announcements.announce(job.accountId(), job.bucketId());
            });
        }
    }

    @Autowired
    ObjectJobTask(Desk desk, Doors doors, Stores stores, Work work) {
        this(desk, doors, stores, work, new Abreast(AT_A_TIME));
    }

    ObjectJobTask(Desk desk, Doors doors, Stores stores, Work work, Abreast abreast) {
        this.desk = desk;
        this.doors = doors;
        this.stores = stores;
        this.work = work;
        this.abreast = abreast;
    }

    /** An engine that can't be reached now throws out of here, and the queue tries the same batch again. */
    CompletionHandler<Void> execute(Execution execution) {
        var id = UUID.fromString(execution.getId());
        var turn = new Turn(work.lease(execution), execution.consecutiveFailures);
        var until = desk.clock().instant().plus(SHARE);
        do {
            var job = desk.read(() -> desk.progress().open(id));
            if (job.isEmpty() || !goOn(job.get(), turn)) return (_, operations) -> operations.stop();
        } while (desk.clock().instant().isBefore(until));
        return (complete, operations) ->
                operations.reschedule(complete, desk.clock().instant());
    }

    /** @param failures of the executions right before this one */
    private record Turn(Lease lease, int failures) {}

    /** @return false: there is no more to do */
    private boolean goOn(JobProgress.Open job, Turn turn) {
        var lease = turn.lease();
        if (job.state() == ObjectJob.State.STOPPING) return end(job, lease, ObjectJob.State.STOPPED, null);
        try {
            if (job.lacksBeginning()) noteBeginning(job, lease);
            return batch(job, lease, work(job));
        } catch (LeaseLost taken) {
            throw taken;
        } catch (StoreException.StoreUnavailable away) {
            waitsFor(job, lease, "The store does not answer. It goes on by itself when it does.");
            throw away;
        } catch (RuntimeException problem) {
            if (JobEnds.forGood(problem)) return end(job, lease, ObjectJob.State.FAILED, problem.getMessage());
            var unexpected = "Something unexpected went wrong (%s).".formatted(job.id());
            if (turn.failures() + 1 < TRIES) {
                waitsFor(job, lease, unexpected + " It is tried again.");
                throw problem; // the queue writes it down under that id
            }
            LOG.error("Job {} is given up", job.id(), problem);
            return end(job, lease, ObjectJob.State.FAILED, unexpected);
        }
    }

    private void waitsFor(JobProgress.Open job, Lease lease, String problem) {
        desk.write(job, lease, () -> desk.progress().waitsFor(job.id(), problem));
    }

    /** By the engine's clock, which says when a marker was set. */
    private void noteBeginning(JobProgress.Open job, Lease lease) {
        var door = desk.read(() -> door(job.bucketId()));
        var time = door.store().time(door.name());
        desk.write(job, lease, () -> desk.progress().since(job.id(), time));
    }

    private JobWork work(JobProgress.Open job) {
        return desk.read(() -> {
            var standing = desk.accounts().get(job.accountId()).standing();
            if (job.kind().writes() ? !standing.writes() : !standing.reads()) throw new StandingForbids(standing);
            var targetId = job.targetBucketId();
            return new JobWorks(
                            job,
                            door(job.bucketId()),
                            targetId == null ? null : door(targetId),
                            from -> sources(job, from),
                            stores,
                            abreast)
                    .work();
        });
    }

    private List<JobSource> sources(JobProgress.Open job, int from) {
        return AccountScope.platform(() -> desk.read(() -> desk.rows().sources(job.id(), from, SOURCES)));
    }

    private Doors.Door door(UUID bucketId) {
        var bucket = desk.buckets().bucket(bucketId).orElseThrow(() -> new BucketNotReady(BucketState.PURGING));
        if (bucket.state() != BucketState.READY) throw new BucketNotReady(bucket.state());
        return doors.open(bucket, Purpose.MANAGE);
    }

    private boolean batch(JobProgress.Open job, Lease lease, JobWork kind) {
        var begun = job.batch();
        var batch = begun == null ? kind.plan(job.cursor() == null ? kind.start() : job.cursor()) : begun;
        if (begun == null) desk.write(job, lease, () -> desk.progress().begin(job.id(), batch));
        var round = new JobWork.Round(begun != null, new StopAsked(desk, job.id()), lease);
        lease.check();
        var result = batch.steps().isEmpty() ? JobResult.NOTHING : kind.take(batch.steps(), round);
        desk.write(job, lease, () -> {
            desk.progress().progress(job, batch, result);
            if (batch.next() == null && result.end() == null)
                desk.progress().finish(job.id(), desk.clock().instant());
        });
        if (result.end() != null) throw result.end();
        if (batch.next() == null) tellTarget(job, lease);
        return batch.next() != null;
    }

    private boolean end(JobProgress.Open job, Lease lease, ObjectJob.State state, @Nullable String problem) {
        desk.write(job, lease, () -> desk.progress()
                .end(job.id(), state, problem, desk.clock().instant()));
        tellTarget(job, lease);
        return false;
    }

    /** Pages of the bucket it went to. */
    private void tellTarget(JobProgress.Open job, Lease lease) {
        var target = job.targetBucketId();
        if (target != null && !target.equals(job.bucketId()))
            desk.write(job, lease, () -> desk.announcements().announce(job.accountId(), target));
    }
}
