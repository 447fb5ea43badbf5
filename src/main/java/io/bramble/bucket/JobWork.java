package io.bramble.bucket;

import io.bramble.work.Lease;
import java.util.List;
import java.util.function.BooleanSupplier;

/** How a kind of job is done. */
interface JobWork {
    JobCursor start();

    /** Looks what comes next; changes nothing. */
    JobBatch plan(JobCursor at);

    /**
     * Does it; all of it may have been done before.
     *
     * @param round how it came to this
     */
    JobResult take(List<JobStep> steps, Round round);

    /**
     * Of a batch.
     *
     * @param repeated these steps may have been taken, some or all of them
     * @param stop asked between steps: whether somebody wants the rest left
     * @param lease checked right before what cannot be undone: another worker may have done it all, and somebody may
     *     have stored something new since
     */
    record Round(boolean repeated, BooleanSupplier stop, Lease lease) {}
}
