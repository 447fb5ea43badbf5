package io.bramble.bucket;

import io.bramble.storage.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Does many things of the same kind, some at a time. */
final class Abreast {
    private final int atATime;

    /** @param atATime 1 stays on the caller's thread */
    Abreast(int atATime) {
        this.atATime = atATime;
    }

    /** What became of one object: its size if it worked. */
    sealed interface Outcome {
        record Done(long bytes) implements Outcome {}

        record Skipped() implements Outcome {}

        record Failed(String reason) implements Outcome {}
    }

    /** In the order of what came in. */
    <A, B> List<B> map(List<A> all, Function<A, B> work) {
        if (atATime == 1) return all.stream().map(work).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var slots = new Semaphore(atATime);
            var futures = all.stream()
                    .map(one -> threads.submit(() -> within(slots, () -> work.apply(one))))
                    .toList();
            var results = new ArrayList<B>();
            for (var future : futures) results.add(await(future));
            return results;
        }
    }

    /**
     * Takes steps until all are taken, somebody wants to stop, or one says that the others would fail as well.
     *
     * @throws StoreException.StoreUnavailable for a store that is away: the batch is to be repeated
     */
    JobResult take(List<JobStep> steps, BooleanSupplier stop, Function<JobStep, Outcome> work) {
        var end = new AtomicReference<@Nullable RuntimeException>();
        var tally = new Tally();
        map(steps, step -> {
            if (end.get() == null && !stop.getAsBoolean()) {
                try {
                    tally.add(step, step.problem() == null ? work.apply(step) : new Outcome.Failed(step.problem()));
                } catch (StoreException.NoSuchObject gone) {
                    tally.add(step, new Outcome.Failed("It is no longer there."));
                } catch (StoreException.Changed changed) {
                    tally.add(step, new Outcome.Failed("It has been changed in the meantime."));
                } catch (StoreException.Refused
                        | StoreException.KeyTooLong
                        | StoreException.Taken
                        | StoreException.TooLarge one) {
                    tally.add(step, new Outcome.Failed(String.valueOf(one.getMessage())));
                } catch (RuntimeException all) {
                    end.compareAndSet(null, all);
                }
            }
            return step;
        });
        var why = end.get();
        if (why != null && !JobEnds.forGood(why)) throw why;
        return tally.result(why);
    }

    private static <B> B within(Semaphore slots, Callable<B> work) throws Exception {
        slots.acquire();
        try {
            return work.call();
        } finally {
            slots.release();
        }
    }

    private static <B> B await(Future<B> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException problem -> throw problem;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException.StoreUnavailable("Interrupted in the middle of a batch.", e);
        }
    }

    /** Counts from any thread. */
    private static final class Tally {
        private long done;
        private long skipped;
        private long bytes;
        private final List<ObjectJob.Failure> failures = new ArrayList<>();

        synchronized void add(JobStep step, Outcome outcome) {
            switch (outcome) {
                case Outcome.Done(var size) -> {
                    done++;
                    bytes += size;
                }
                case Outcome.Skipped() -> skipped++;
                case Outcome.Failed(var reason) -> failures.add(new ObjectJob.Failure(step.key(), reason));
            }
        }

        synchronized JobResult result(@Nullable RuntimeException end) {
            return new JobResult(done, skipped, bytes, List.copyOf(failures), end);
        }
    }
}
