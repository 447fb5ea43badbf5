package io.bramble.bucket;

import static java.util.Objects.requireNonNull;

import io.bramble.bucket.JobWalk.Again;
import io.bramble.storage.MultipartStore;
import io.bramble.storage.ObjectCopy;
import io.bramble.storage.VersionStore;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes of a job what its kind does, with the doors as they are at this moment. */
final class JobWorks {
    private final JobProgress.Open job;
    private final Doors.Door door;
    private final Doors.@Nullable Door target;
    private final IntFunction<List<JobSource>> sources;
    private final Stores stores;
    private final Abreast abreast;

    /** @param target of copies */
    JobWorks(
            JobProgress.Open job,
            Doors.Door door,
            Doors.@Nullable Door target,
            IntFunction<List<JobSource>> sources,
            Stores stores,
            Abreast abreast) {
        this.job = job;
        this.door = door;
        this.target = target;
        this.sources = sources;
        this.stores = stores;
        this.abreast = abreast;
    }

    JobWork work() {
        Supplier<VersionStore> versions = () -> door.store().versions();
        Supplier<MultipartStore> uploads = () -> door.store().multipart();
        return switch (job.kind()) {
            case DELETE -> deleting();
            case COPY -> copying(false, Again.NEVER);
            case MOVE -> copying(true, untilEmpty());
            case METADATA ->
                new Describing(
                        door,
                        walk(Copying.BATCH, Again.NEVER),
                        requireNonNull(job.details().description()),
                        abreast);
            case CLEAR_VERSIONS -> new Clearing(door, prefix(), versions);
            case ABORT_UPLOADS -> new Aborting(door.name(), prefix(), untilEmpty(), uploads, abreast);
            case UNDELETE ->
                new Undeleting(door, sources, requireNonNull(job.details().since()), versions, abreast);
            case EMPTY -> new Emptying(deleting(), job.details().versions() ? new Clearing(door, "", versions) : null);
        };
    }

    private JobWork deleting() {
        return new Deleting(door, walk(Deleting.BATCH, untilEmpty()));
    }

    private JobWork copying(boolean moves, Again again) {
        var to = requireNonNull(target);
        var manner = new Copying.Manner(requireNonNull(job.details().duplicates()), moves);
        return new Copying(
                door, to, walk(Copying.BATCH, again), engine(to.bucket().id()), manner, abreast);
    }

    /** No key of a bucket reaches into another. */
    private Consumer<ObjectCopy> engine(UUID targetId) {
        if (targetId.equals(door.bucket().id())) return copy -> door.store().copy(copy);
        return copy -> stores.admin(door.bucket()).copy(copy);
    }

    private Again untilEmpty() {
        return job.leftSomething() ? Again.NO_MORE : Again.UNTIL_EMPTY;
    }

    private JobWalk walk(int limit, Again again) {
        return new JobWalk(door, sources, limit, again);
    }

    private String prefix() {
        return sources.apply(0).getFirst().name();
    }
}
