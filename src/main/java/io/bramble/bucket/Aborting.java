package io.bramble.bucket;

import io.bramble.bucket.Abreast.Outcome;
import io.bramble.storage.MultipartStore;
import io.bramble.storage.MultipartUpload;
import io.bramble.storage.OpenUpload;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** Gives up unfinished uploads, and frees what their parts take. */
record Aborting(Doors.Door door, String prefix, Supplier<MultipartStore> uploads, Abreast abreast) implements JobWork {
    private static final int BATCH = 100;
    private static final Comparator<OpenUpload> IN_ORDER = Comparator.comparing(
                    (OpenUpload open) -> open.upload().key())
            .thenComparing(open -> open.upload().id());

    @Override
    public JobCursor start() {
        return JobCursor.START;
    }

    /** A list holds no more than 10,000: what it left out comes to light when those are gone. */
    @Override
    public JobBatch plan(JobCursor at) {
        var open = uploads.get().open(door.name(), prefix).stream()
                .filter(upload -> isBehind(at, upload.upload()))
                .sorted(IN_ORDER)
                .limit(BATCH)
                .map(upload ->
                        JobStep.version(upload.upload().key(), upload.upload().id()))
                .toList();
        if (open.isEmpty()) return new JobBatch(open, 0, null);
        var last = open.getLast();
        return new JobBatch(open, open.size(), at.behind(last.key(), last.version()));
    }

    private static boolean isBehind(JobCursor at, MultipartUpload upload) {
        if (at.after() == null || at.version() == null) return true;
        var key = upload.key().compareTo(at.after());
        return key > 0 || (key == 0 && upload.id().compareTo(at.version()) > 0);
    }

    @Override
    public JobResult take(List<JobStep> steps, Round round) {
        return abreast.take(steps, round.stop(), step -> {
            uploads.get().abort(new MultipartUpload(door.name(), step.key(), String.valueOf(step.version())));
            return new Outcome.Done(0);
        });
    }
}
