package io.bramble.bucket;

import io.bramble.bucket.Abreast.Outcome;
import io.bramble.bucket.JobWalk.Again;
import io.bramble.storage.MultipartStore;
import io.bramble.storage.MultipartUpload;
import io.bramble.storage.OpenUpload;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** Gives up unfinished uploads, and frees what their parts take. */
record Aborting(String bucket, String prefix, Again again, Supplier<MultipartStore> uploads, Abreast abreast)
        implements JobWork {
    private static final int BATCH = 100;
    private static final Comparator<OpenUpload> IN_ORDER = Comparator.comparing(
                    (OpenUpload open) -> open.upload().key())
            .thenComparing(open -> open.upload().id());

    @Override
    public JobCursor start() {
        return JobCursor.START;
    }

    /**
     * A list that was cut off left some out, of any name; they come to light when the others are gone, also before the
     * place that was reached. So the whole list is asked for: one by prefix would not tell that it was cut off.
     */
    @Override
    public JobBatch plan(JobCursor from) {
        var listed = uploads.get().open(bucket, "");
        var at = from;
        var open = next(listed, at);
        if (open.isEmpty() && at.again() && again == Again.UNTIL_EMPTY) {
            at = start();
            open = next(listed, at);
        }
        if (open.isEmpty()) return new JobBatch(open, 0, null);
        if (listed.size() >= MultipartStore.MOST_LISTED) at = at.onceMore();
        var last = open.getLast();
        return new JobBatch(open, open.size(), at.behind(last.key(), last.version()));
    }

    private List<JobStep> next(List<OpenUpload> listed, JobCursor at) {
        return listed.stream()
                .filter(open -> open.upload().key().startsWith(prefix) && isBehind(at, open.upload()))
                .sorted(IN_ORDER)
                .limit(BATCH)
                .map(open -> JobStep.version(open.upload().key(), open.upload().id()))
                .toList();
    }

    private static boolean isBehind(JobCursor at, MultipartUpload upload) {
        if (at.after() == null || at.version() == null) return true;
        var key = upload.key().compareTo(at.after());
        return key > 0 || (key == 0 && upload.id().compareTo(at.version()) > 0);
    }

    @Override
    public JobResult take(List<JobStep> steps, Round round) {
        return abreast.take(steps, round.stop(), step -> {
            round.lease().check();
            uploads.get().abort(new MultipartUpload(bucket, step.key(), String.valueOf(step.version())));
            return new Outcome.Done(0);
        });
    }
}
