package io.bramble.bucket;

import io.bramble.account.InvalidField;
import io.bramble.bucket.Abreast.Outcome;
import io.bramble.storage.Description;
import io.bramble.storage.ObjectCopy;
import io.bramble.storage.ObjectDetails;
import io.bramble.storage.StoreException;
import java.util.List;

/** Says something else about objects: each is copied onto itself, unless it was changed in the meantime. */
record Describing(Doors.Door door, JobWalk walk, NewDescription wish, Abreast abreast) implements JobWork {
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
        return abreast.take(steps, round.stop(), step -> describe(step, round));
    }

    private Outcome describe(JobStep step, Round round) {
        var now = door.store()
                .stat(door.name(), step.key())
                .orElseThrow(() -> new StoreException.NoSuchObject(door.name(), step.key()));
        try {
            return describe(now, wish.over(now.description()), round);
        } catch (InvalidField lossy) {
            return new Outcome.Failed(String.valueOf(lossy.getMessage()));
        }
    }

    private Outcome describe(ObjectDetails now, Description wanted, Round round) {
        if (wanted.equals(now.description())) return new Outcome.Done(0);
        round.lease().check();
        door.store().copy(ObjectCopy.described(door.name(), now.object(), wanted));
        return new Outcome.Done(now.object().sizeBytes());
    }
}
