package io.bramble.bucket;

import java.util.HashSet;
import java.util.List;

/** Deletes files, and all that is below folders until nothing is left. */
record Deleting(Doors.Door door, JobWalk walk) implements JobWork {
    static final int BATCH = 1000;

    @Override
    public JobCursor start() {
        return JobCursor.START;
    }

    @Override
    public JobBatch plan(JobCursor at) {
        return walk.next(at);
    }

    @Override
    public JobResult take(List<JobStep> steps, Round round) {
        var keys = steps.stream().map(JobStep::key).toList();
        var failures = door.store().deleteAll(door.name(), keys).stream()
                .map(failure -> new ObjectJob.Failure(failure.key(), failure.reason()))
                .toList();
        var failed = new HashSet<>(failures.stream().map(ObjectJob.Failure::key).toList());
        var bytes = steps.stream()
                .filter(step -> !failed.contains(step.key()))
                .mapToLong(JobStep::sizeBytes)
                .sum();
        return new JobResult(steps.size() - failures.size(), 0, bytes, failures, null);
    }
}
