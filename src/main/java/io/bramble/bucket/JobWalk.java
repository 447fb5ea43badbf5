package io.bramble.bucket;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bramble.storage.ListRequest;
import io.bramble.storage.StoredObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Goes through the files and folders a job is about, a batch at a time. */
final class JobWalk {
    /** So that the totals move, and a stop is not far. */
    private static final long MOST_BYTES = 1L << 30;

    private final Doors.Door door;
    private final IntFunction<List<JobSource>> sources;
    private final int limit;
    private final Again again;

    /** Whether a folder is gone through until it is empty. */
    enum Again {
        /** What is done with an object leaves it there. */
        NEVER,
        UNTIL_EMPTY,
        /** Something could not be done, so that the folder does not get empty. */
        NO_MORE
    }

    /** @param sources some, from a position on; empty at the end */
    JobWalk(Doors.Door door, IntFunction<List<JobSource>> sources, int limit, Again again) {
        this.door = door;
        this.sources = sources;
        this.limit = limit;
        this.again = again;
    }

    /** @return an empty batch only at the end */
    JobBatch next(JobCursor from) {
        var at = from;
        while (true) {
            var here = sources.apply(at.source());
            if (here.isEmpty()) return new JobBatch(List.of(), 0, null);
            if (!here.getFirst().isFolder()) return files(here, at.source());
            var batch = folder(here.getFirst(), at);
            if (!batch.steps().isEmpty() || batch.next() == null) return batch;
            at = batch.next();
        }
    }

    private JobBatch files(List<JobSource> here, int position) {
        var steps = here.stream()
                .takeWhile(source -> !source.isFolder())
                .limit(limit)
                .map(source -> JobStep.of(source.name(), source.target()))
                .toList();
        return new JobBatch(steps, 0, JobCursor.atSource(position + steps.size()));
    }

    private JobBatch folder(JobSource folder, JobCursor at) {
        if (at.again() && again != Again.UNTIL_EMPTY)
            return new JobBatch(List.of(), 0, JobCursor.atSource(at.source() + 1));
        var page = door.store()
                .list(door.name(), ListRequest.subtree(folder.name(), limit).after(at.token()));
        var taken = new ArrayList<StoredObject>();
        var bytes = 0L;
        for (var object : page.objects()) {
            if (Canary.owns(object.key()) || !isBehind(at.after(), object.key())) continue;
            if (!taken.isEmpty() && bytes + object.sizeBytes() > MOST_BYTES)
                return batch(
                        folder, taken, at.listed(at.token(), taken.getLast().key()));
            taken.add(object);
            bytes += object.sizeBytes();
        }
        if (page.nextToken() != null) return batch(folder, taken, at.listed(page.nextToken(), null));
        var isEmptyNow = at.token() == null && at.after() == null && taken.isEmpty();
        return batch(
                folder,
                taken,
                again == Again.NEVER || isEmptyNow ? JobCursor.atSource(at.source() + 1) : at.onceMore());
    }

    private static JobBatch batch(JobSource folder, List<StoredObject> objects, JobCursor next) {
        var steps = objects.stream()
                .map(object -> JobStep.of(object, folder.targetOf(object.key())))
                .toList();
        return new JobBatch(steps, steps.size(), next);
    }

    /** In the order of keys, which is that of their bytes. */
    private static boolean isBehind(@Nullable String mark, String key) {
        return mark == null || Arrays.compareUnsigned(key.getBytes(UTF_8), mark.getBytes(UTF_8)) > 0;
    }
}
