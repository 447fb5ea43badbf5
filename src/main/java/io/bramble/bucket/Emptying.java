package io.bramble.bucket;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Deletes all objects of a bucket, and then what is invisible, so that at no moment more is to be seen than before. */
record Emptying(JobWork visible, @Nullable JobWork invisible) implements JobWork {
    @Override
    public JobCursor start() {
        return visible.start();
    }

    @Override
    public JobBatch plan(JobCursor at) {
        if (invisible != null && at.phase() >= invisible.start().phase()) return invisible.plan(at);
        var batch = visible.plan(at);
        return batch.next() == null && invisible != null
                ? new JobBatch(batch.steps(), batch.found(), invisible.start())
                : batch;
    }

    /** A step about a version can only be one of the second kind. */
    @Override
    public JobResult take(List<JobStep> steps, Round round) {
        return invisible != null && !steps.isEmpty() && steps.getFirst().version() != null
                ? invisible.take(steps, round)
                : visible.take(steps, round);
    }
}
