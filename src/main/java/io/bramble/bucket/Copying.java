package io.bramble.bucket;

import static java.util.Objects.requireNonNull;

import io.bramble.bucket.Abreast.Outcome;
import io.bramble.bucket.JobStep.Way;
import io.bramble.storage.ObjectCopy;
import io.bramble.storage.StoreException;
import io.bramble.storage.StoredObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Copies, or moves: then the original is deleted when the copy has proved to be like it, and only if it is still what was
 * copied.
 */
final class Copying implements JobWork {
    static final int BATCH = 100;

    private final Doors.Door from;
    private final Doors.Door to;
    private final JobWalk walk;
    private final Consumer<ObjectCopy> engine;
    private final Manner manner;
    private final Abreast abreast;

    /** @param duplicates about names that are taken */
    record Manner(Duplicates duplicates, boolean moves) {}

    Copying(Doors.Door from, Doors.Door to, JobWalk walk, Consumer<ObjectCopy> engine, Manner manner, Abreast abreast) {
        this.from = from;
        this.to = to;
        this.walk = walk;
        this.engine = engine;
        this.manner = manner;
        this.abreast = abreast;
    }

    @Override
    public JobCursor start() {
        return JobCursor.START;
    }

    /** Whether names are free is decided here, so that a copy met by a killed worker's successor is known as its own. */
    @Override
    public JobBatch plan(JobCursor at) {
        var batch = walk.next(at);
        var looked = abreast.map(batch.steps(), this::look);
        var placing = new Placing(manner.duplicates(), key -> there(key).isPresent());
        var steps = looked.stream().map(one -> place(placing, one)).toList();
        return new JobBatch(steps, batch.found(), batch.next());
    }

    private static JobStep place(Placing placing, Placing.Looked looked) {
        try {
            return placing.place(looked);
        } catch (StoreException.KeyTooLong | StoreException.NotSupportedByEngine impossible) {
            return looked.step().failing(String.valueOf(impossible.getMessage()));
        }
    }

    private Placing.Looked look(JobStep step) {
        try {
            var seen = step.seen() == null ? from.store().head(from.name(), step.key()) : Optional.of(step.seen());
            return seen.isEmpty()
                    ? new Placing.Looked(step.failing("It is no longer there."), null)
                    : new Placing.Looked(
                            step.seenAs(seen.get()), there(target(step)).orElse(null));
        } catch (StoreException.KeyTooLong | StoreException.NotSupportedByEngine impossible) {
            return new Placing.Looked(step.failing(String.valueOf(impossible.getMessage())), null);
        }
    }

    private Optional<StoredObject> there(String key) {
        return to.store().head(to.name(), key);
    }

    @Override
    public JobResult take(List<JobStep> steps, Round round) {
        return abreast.take(steps, round.stop(), step -> take(step, round));
    }

    private Outcome take(JobStep step, Round round) {
        var seen = requireNonNull(step.seen());
        if (step.way() == Way.SKIP) return new Outcome.Skipped();
        if (step.way() == Way.SAME) return manner.moves() ? remove(seen, round) : new Outcome.Done(0);
        var name = round.repeated() ? copiedBefore(step, seen) : null;
        if (name == null) {
            name = copy(step, seen, round);
            if (name == null) return new Outcome.Skipped();
        }
        return manner.moves() ? verifyAndRemove(seen, name, round) : new Outcome.Done(seen.sizeBytes());
    }

    /**
     * The name under which an earlier try left the copy, if it came so far; the original may be gone already. Where a
     * file was to be replaced, that may still be the old one, however like it is: as long as the original is there,
     * copying it again does no harm.
     */
    private @Nullable String copiedBefore(JobStep step, StoredObject seen) {
        if (step.way() == Way.REPLACE
                && from.store().head(from.name(), seen.key()).isPresent()) return null;
        return there(target(step)).filter(isLike(seen)).isPresent() ? target(step) : null;
    }

    /** @return its name; null if it is left alone */
    private @Nullable String copy(JobStep step, StoredObject seen, Round round) {
        var target = target(step);
        var replaces = step.way() == Way.REPLACE;
        round.lease().check();
        try {
            engine.accept(new ObjectCopy(from.name(), seen, to.name(), target, !replaces, null));
            return target;
        } catch (StoreException.Taken late) {
            return switch (manner.duplicates()) {
                case SKIP -> null;
                case REPLACE -> copy(step.going(Way.REPLACE, target), seen, round);
                case KEEP_BOTH -> copy(step.going(Way.NEW, free(target)), seen, round);
            };
        }
    }

    private String free(String key) {
        return NameVariants.of(key)
                .filter(name -> there(name).isEmpty())
                .findFirst()
                .orElseThrow(() -> new StoreException.Taken(key));
    }

    private Outcome verifyAndRemove(StoredObject seen, String name, Round round) {
        var copy = there(name);
        if (copy.isEmpty() || !isLike(seen).test(copy.get()) || !agree(seen, copy.get()))
            return new Outcome.Failed("The copy is not like the original, which stays where it was.");
        return remove(seen, round);
    }

    /** Where ETags cannot say it: by the checksums that the engine keeps. The original may have gone in an earlier try. */
    private boolean agree(StoredObject seen, StoredObject copy) {
        if (copy.etag().equals(seen.etag())) return true;
        var copied = to.store().stat(to.name(), copy.key());
        return from.store()
                .stat(from.name(), seen.key())
                .map(original -> copied.map(original::mayEqual).orElse(false))
                .orElse(true);
    }

    private Outcome remove(StoredObject seen, Round round) {
        round.lease().check();
        from.store().deleteIfUnchanged(from.name(), seen);
        return new Outcome.Done(seen.sizeBytes());
    }

    /** ETags of uploads in parts depend on the parts, of which a copy may have others. */
    private static Predicate<StoredObject> isLike(StoredObject seen) {
        return copy -> copy.sizeBytes() == seen.sizeBytes()
                && (copy.etag().equals(seen.etag())
                        || copy.etag().contains("-")
                        || seen.etag().contains("-"));
    }

    private static String target(JobStep step) {
        return requireNonNull(step.target());
    }
}
