package io.bramble.bucket;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants done.
 *
 * @param recoverable whether versions are kept, so that what is deleted can be brought back
 */
record JobWish(
        ObjectJob.Kind kind,
        List<JobSource> sources,
        @Nullable UUID targetBucketId,
        Details details,
        boolean recoverable) {

    /**
     * What a kind needs besides.
     *
     * @param versions of an emptied bucket: also those
     */
    record Details(
            @Nullable Duplicates duplicates,
            @Nullable NewDescription description,
            @Nullable Instant since,
            boolean versions) {
        static final Details NONE = new Details(null, null, null, false);

        static Details of(Duplicates duplicates) {
            return new Details(duplicates, null, null, false);
        }
    }

    static JobWish of(ObjectJob.Kind kind, List<JobSource> sources, Details details) {
        return new JobWish(kind, sources, null, details, false);
    }

    /** How many objects it will be about for sure. */
    long known() {
        if (kind == ObjectJob.Kind.UNDELETE) return 0;
        return sources.stream().filter(source -> !source.isFolder()).count();
    }
}
