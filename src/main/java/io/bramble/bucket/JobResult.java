package io.bramble.bucket;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a batch.
 *
 * @param end why the job cannot go on; null if it can
 */
record JobResult(
        long done,
        long skipped,
        long bytes,
        List<ObjectJob.Failure> failures,
        @Nullable RuntimeException end) {
    static final JobResult NOTHING = new JobResult(0, 0, 0, List.of(), null);
}
