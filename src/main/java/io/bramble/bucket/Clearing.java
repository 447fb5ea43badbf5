package io.bramble.bucket;

import io.bramble.storage.DeleteFailure;
import io.bramble.storage.ObjectVersion;
import io.bramble.storage.VersionPage;
import io.bramble.storage.VersionStore;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Erases what is invisible: first old versions, then the markers of deleted objects. The other way round an old version
 * would come back to light, for good if somebody stops in between.
 */
record Clearing(Doors.Door door, String prefix, Supplier<VersionStore> versions) implements JobWork {
    static final int OLD_VERSIONS = 1;
    static final int MARKERS = 2;
    private static final int BATCH = 1000;

    @Override
    public JobCursor start() {
        return JobCursor.atPhase(OLD_VERSIONS);
    }

    @Override
    public JobBatch plan(JobCursor from) {
        var at = from;
        while (true) {
            var after =
                    at.after() == null || at.version() == null ? null : new ObjectVersion.Id(at.after(), at.version());
            var page = versions.get().list(door.name(), prefix, after, BATCH);
            var steps = steps(page, at.phase());
            var last = page.next() == null
                    ? null
                    : page.versions().get(page.versions().size() - 2);
            if (last != null) at = at.behind(last.id().key(), last.id().versionId());
            else if (at.phase() == OLD_VERSIONS) at = JobCursor.atPhase(MARKERS);
            else return new JobBatch(steps, steps.size(), null);
            if (!steps.isEmpty()) return new JobBatch(steps, steps.size(), at);
        }
    }

    /** Of a page with a page behind it the last is left to that: only there is to be seen what follows it. */
    private static List<JobStep> steps(VersionPage page, int phase) {
        var all = page.versions();
        return IntStream.range(0, page.next() == null ? all.size() : all.size() - 1)
                .filter(i -> !Canary.owns(all.get(i).id().key()))
                .filter(i -> phase == OLD_VERSIONS ? !all.get(i).latest() : isLoneMarker(all, i))
                .mapToObj(i -> step(all.get(i)))
                .toList();
    }

    static JobStep step(ObjectVersion version) {
        return JobStep.version(version.id().key(), version.id().versionId());
    }

    private static boolean isLoneMarker(List<ObjectVersion> all, int index) {
        var version = all.get(index);
        var isFollowed = index + 1 < all.size()
                && all.get(index + 1).id().key().equals(version.id().key());
        return version.latest() && version.deleteMarker() && !isFollowed;
    }

    @Override
    public JobResult take(List<JobStep> steps, Round round) {
        return erase(door.name(), versions.get(), steps);
    }

    static JobResult erase(String bucket, VersionStore versions, List<JobStep> steps) {
        var ids = steps.stream()
                .map(step -> new ObjectVersion.Id(step.key(), String.valueOf(step.version())))
                .toList();
        var failures =
                versions.deleteAll(bucket, ids).stream().map(Clearing::failure).toList();
        return new JobResult(ids.size() - failures.size(), 0, 0, failures, null);
    }

    private static ObjectJob.Failure failure(DeleteFailure failure) {
        return new ObjectJob.Failure(failure.key(), failure.reason());
    }
}
