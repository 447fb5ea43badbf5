package io.bramble.bucket;

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
     * @param repeated a killed worker may have taken these steps
     * @param stop asked between steps: whether somebody wants the rest left
     */
    record Round(boolean repeated, BooleanSupplier stop) {}
}
