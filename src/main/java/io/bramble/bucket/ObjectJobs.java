package io.bramble.bucket;

import io.bramble.account.InvalidField;
import io.bramble.account.Membership;
import io.bramble.account.Role;
import io.bramble.audit.Audit;
import io.bramble.bucket.JobWish.Details;
import io.bramble.bucket.ObjectJob.Kind;
import io.bramble.storage.Capability;
import io.bramble.work.Work;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Work on objects in the background, from one file to a whole bucket. All that begin something throw {@link
 * BucketNotFound}, {@link BucketNotReady} or {@link StandingForbids} when nothing may be done there, {@link
 * InvalidField} for what cannot be done, and {@link LimitReached} when the account has {@value #MOST} under way; what is
 * not allowed to be written can still be deleted.
 */
@Component
public class ObjectJobs {
    /** How long deleting waits where it could not be undone afterwards. */
    public static final Duration UNDO = Duration.ofSeconds(10);

    static final int MOST = 100;

    private static final int SHOWN = 20;

    private final ObjectJobRows rows;
    private final Doors doors;
    private final Stores stores;
    private final Work work;
    private final Audit audit;
    private final BucketWork announcements;
    private final Clock clock;

    ObjectJobs(
            ObjectJobRows rows,
            Doors doors,
            Stores stores,
            Work work,
            Audit audit,
            BucketWork announcements,
            Clock clock) {
        this.rows = rows;
        this.doors = doors;
        this.stores = stores;
        this.work = work;
        this.audit = audit;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** At once where versions are kept, which {@link #undo} brings back; else after {@link #UNDO}. */
    @Transactional
    public ObjectJob delete(Membership acting, UUID bucketId, ObjectSelection what) {
        if (what.folders().contains(""))
            throw new InvalidField("folders", "Empty the bucket to delete everything in it; that wants its name.");
        var bucket = doors.forJob(acting, bucketId, false);
        var recoverable = keepsVersions(bucket);
        var now = clock.instant();
        return begin(
                acting,
                bucket,
                new JobWish(Kind.DELETE, Targets.none(what), null, Details.NONE, recoverable),
                recoverable ? now : now.plus(UNDO),
                "objects.deleted");
    }

    /** Into a folder of this bucket, or of another of the account that is on the same engine. */
    @Transactional
    public ObjectJob copy(Membership acting, UUID bucketId, ObjectSelection what, Destination to) {
        return transfer(acting, bucketId, Kind.COPY, what, to);
    }

    /** As {@link #copy}; what has proved to be copied goes. */
    @Transactional
    public ObjectJob move(Membership acting, UUID bucketId, ObjectSelection what, Destination to) {
        return transfer(acting, bucketId, Kind.MOVE, what, to);
    }

    private ObjectJob transfer(Membership acting, UUID bucketId, Kind kind, ObjectSelection what, Destination to) {
        var bucket = doors.forJob(acting, bucketId, true);
        var target = doors.forJob(acting, to.bucketId(), true);
        if (!bucket.engineId().equals(target.engineId()))
            throw new InvalidField("to", "That bucket is on another engine. Use rclone between the two.");
        var sources = Targets.in(what, to, kind, bucket.id().equals(target.id()));
        var wish = new JobWish(kind, sources, target.id(), Details.of(to.duplicates()), false);
        return begin(acting, bucket, wish, clock.instant(), kind == Kind.COPY ? "objects.copied" : "objects.moved");
    }

    /**
     * Gives one file or folder another name in its place.
     *
     * @param key a folder's ends in "/"
     * @param name without "/"
     */
    @Transactional
    public ObjectJob rename(Membership acting, UUID bucketId, String key, String name, Duplicates duplicates) {
        var bucket = doors.forJob(acting, bucketId, true);
        var wish = new JobWish(Kind.MOVE, List.of(Targets.renamed(key, name)), bucketId, Details.of(duplicates), false);
        return begin(acting, bucket, wish, clock.instant(), "object.renamed");
    }

    /** Says something else about files, each unless it is changed at that moment. */
    @Transactional
    public ObjectJob describe(Membership acting, UUID bucketId, ObjectSelection what, NewDescription description) {
        var bucket = doors.forJob(acting, bucketId, true);
        var details = new Details(null, description, null, false);
        var wish = JobWish.of(Kind.METADATA, Targets.none(what), details);
        return begin(acting, bucket, wish, clock.instant(), "objects.described");
    }

    /**
     * Erases old versions and the marks of deleted objects.
     *
     * @param prefix of the keys it is about; empty for all
     * @throws io.bramble.storage.StoreException.NotSupportedByEngine if there are no versions
     */
    @Transactional
    public ObjectJob clearVersions(Membership acting, UUID bucketId, String prefix) {
        checkPrefix(prefix);
        var bucket = doors.forJob(acting, bucketId, false);
        stores.capabilities(bucket).require(Capability.VERSIONING);
        var wish = JobWish.of(Kind.CLEAR_VERSIONS, List.of(JobSource.folder(prefix)), Details.NONE);
        return begin(acting, bucket, wish, clock.instant(), "versions.cleared");
    }

    /** Gives up unfinished uploads of keys that begin so. */
    @Transactional
    public ObjectJob abortUploads(Membership acting, UUID bucketId, String prefix) {
        checkPrefix(prefix);
        var bucket = doors.forJob(acting, bucketId, false);
        var wish = JobWish.of(Kind.ABORT_UPLOADS, List.of(JobSource.folder(prefix)), Details.NONE);
        return begin(acting, bucket, wish, clock.instant(), "uploads.aborted");
    }

    private static void checkPrefix(String prefix) {
        var problem = prefix.isEmpty() ? null : FileKey.problem(prefix);
        if (problem != null) throw new InvalidField("prefix", problem);
    }

    /**
     * Brings back what was deleted while versions were kept.
     *
     * @param since of what was deleted from then on
     * @throws io.bramble.storage.StoreException.NotSupportedByEngine if there are no versions
     */
    @Transactional
    public ObjectJob undelete(Membership acting, UUID bucketId, ObjectSelection what, Instant since) {
        return undelete(acting, bucketId, Targets.none(what), since);
    }

    private ObjectJob undelete(Membership acting, UUID bucketId, List<JobSource> what, Instant since) {
        var bucket = doors.forJob(acting, bucketId, false);
        stores.capabilities(bucket).require(Capability.VERSIONING);
        var wish = JobWish.of(Kind.UNDELETE, what, new Details(null, null, since, false));
        return begin(acting, bucket, wish, clock.instant(), "objects.undeleted");
    }

    /**
     * Deletes all that is in a bucket; only who may delete the bucket may do that.
     *
     * @param name of the bucket, typed
     * @param versions also those that are invisible, so that nothing comes back
     */
    @Transactional
    public ObjectJob empty(Membership acting, UUID bucketId, String name, boolean versions) {
        acting.require(Role.OWNER, Role.ADMIN);
        var bucket = doors.forJob(acting, bucketId, false);
        if (!bucket.name().equals(name.strip())) throw new InvalidField("name", "Type the bucket's name.");
        var all = versions && stores.capabilities(bucket).has(Capability.VERSIONING);
        var recoverable = !all && keepsVersions(bucket);
        var now = clock.instant();
        var wish = new JobWish(
                Kind.EMPTY, List.of(JobSource.folder("")), null, new Details(null, null, null, all), recoverable);
        return begin(acting, bucket, wish, recoverable ? now : now.plus(UNDO), "bucket.emptied");
    }

    private boolean keepsVersions(Bucket bucket) {
        return bucket.wished().versioning() && bucket.conditions().isTrue(Bucket.IN_FORCE);
    }

    private ObjectJob begin(Membership acting, Bucket bucket, JobWish wish, Instant startsAt, String action) {
        if (rows.countUnderWay(acting.accountId()) >= MOST)
            throw new LimitReached(
                    "Your account has " + MOST + " jobs under way. Wait until one has ended, or stop one.");
        var id = rows.insert(acting, bucket.id(), wish, clock.instant(), startsAt);
        if (startsAt.isAfter(clock.instant())) work.add(ObjectJobTask.NAME, id.toString(), startsAt);
        else work.add(ObjectJobTask.NAME, id.toString());
        announcements.announce(acting.accountId(), bucket.id());
        audit.append(acting.accountId(), acting.actor(), action, bucket.id().toString(), detail(wish));
        return get(acting, id);
    }

    private static String detail(JobWish wish) {
        var first = wish.sources().getFirst();
        var more = wish.sources().size() - 1;
        var to = first.target() == null ? "" : " to " + first.target();
        return (first.name() + to + (more == 0 ? "" : " and %,d more".formatted(more))).replace("\0", "");
    }

    /** @throws BucketNotFound for an unknown job or another account's */
    @Transactional(readOnly = true)
    public ObjectJob get(Membership acting, UUID id) {
        Allowances.requireReader(acting);
        return rows.find(acting.accountId(), id).orElseThrow(BucketNotFound::new);
    }

    /** The latest of a bucket, newest first. */
    @Transactional(readOnly = true)
    public List<ObjectJob> latest(Membership acting, UUID bucketId) {
        Allowances.requireReader(acting);
        return rows.latest(acting.accountId(), bucketId, SHOWN);
    }

    /** The first hundred, in the order they came. */
    @Transactional(readOnly = true)
    public List<ObjectJob.Failure> failures(Membership acting, UUID id) {
        return rows.failures(acting.accountId(), get(acting, id).id());
    }

    /** At the next step; one that waits ends at once, one that has ended stays as it is. */
    @Transactional
    public ObjectJob stop(Membership acting, UUID id) {
        acting.requireWriter();
        var job = get(acting, id);
        if (job.state().ended()) return job;
        if (!rows.cancel(id, clock.instant())) {
            rows.stop(id);
            work.wake(ObjectJobTask.NAME, id.toString());
        }
        return changed(acting, job, "job.stopped");
    }

    /**
     * Makes deleting undone: not begun where it waits, else brought back from kept versions.
     *
     * @return the job itself, or the one that brings back
     * @throws InvalidField if there is no way back any more
     */
    @Transactional
    public ObjectJob undo(Membership acting, UUID id) {
        acting.requireWriter();
        var job = get(acting, id);
        if (rows.cancel(id, clock.instant())) return changed(acting, job, "job.undone");
        if (!job.undoable())
            throw new InvalidField("id", "This can't be undone any more: nothing was kept, or it was undone before.");
        var sources = rows.sources(id, 0, ObjectSelection.MOST);
        var back = undelete(acting, job.bucketId(), sources, rows.since(id));
        if (!rows.undone(id, back.id())) throw new InvalidField("id", "It is being undone already.");
        return back;
    }

    /** How it ended has been read: pages need not show it any more. */
    @Transactional
    public void dismiss(Membership acting, UUID id) {
        acting.requireWriter();
        var job = get(acting, id);
        rows.dismiss(id, clock.instant());
        announcements.announce(acting.accountId(), job.bucketId());
    }

    private ObjectJob changed(Membership acting, ObjectJob job, String action) {
        audit.append(
                acting.accountId(),
                acting.actor(),
                action,
                job.id().toString(),
                job.kind().name());
        announcements.announce(acting.accountId(), job.bucketId());
        return get(acting, job.id());
    }
}
