package io.bramble.bucket;

import io.bramble.storage.ObjectVersion;
import io.bramble.storage.VersionStore;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Brings back what was deleted since a time, by taking away the markers that hide it. */
record Undeleting(
        Doors.Door door,
        IntFunction<List<JobSource>> sources,
        Instant since,
        Supplier<VersionStore> versions,
        Abreast abreast)
        implements JobWork {
    private static final int BATCH = 1000;
    private static final int FILES = 100;

    @Override
    public JobCursor start() {
        return JobCursor.START;
    }

    @Override
    public JobBatch plan(JobCursor from) {
        var at = from;
        while (true) {
            var here = sources.apply(at.source());
            if (here.isEmpty()) return new JobBatch(List.of(), 0, null);
            var batch = here.getFirst().isFolder() ? folder(here.getFirst(), at) : files(here, at.source());
            if (!batch.steps().isEmpty() || batch.next() == null) return batch;
            at = batch.next();
        }
    }

    private JobBatch folder(JobSource folder, JobCursor at) {
        var after = at.after() == null || at.version() == null ? null : new ObjectVersion.Id(at.after(), at.version());
        var page = versions.get().list(door.name(), folder.name(), after, BATCH);
        var steps =
                page.versions().stream().filter(this::hides).map(Clearing::step).toList();
        var next = page.next();
        return new JobBatch(
                steps,
                steps.size(),
                next == null ? JobCursor.atSource(at.source() + 1) : at.behind(next.key(), next.versionId()));
    }

    private boolean hides(ObjectVersion version) {
        return version.latest()
                && version.deleteMarker()
                && !version.modifiedAt().isBefore(since)
                && !Canary.owns(version.id().key());
    }

    private JobBatch files(List<JobSource> here, int position) {
        var files = here.stream()
                .takeWhile(source -> !source.isFolder())
                .limit(FILES)
                .toList();
        var steps = abreast.map(files, file -> marker(file.name())).stream()
                .flatMap(List::stream)
                .toList();
        return new JobBatch(steps, steps.size(), JobCursor.atSource(position + files.size()));
    }

    /** The newest version of a key is the first that lists below its name. */
    private List<JobStep> marker(String key) {
        return versions.get().list(door.name(), key, null, 1).versions().stream()
                .filter(version -> version.id().key().equals(key) && hides(version))
                .map(Clearing::step)
                .toList();
    }

    @Override
    public JobResult take(List<JobStep> steps, Round round) {
        return Clearing.erase(door.name(), versions.get(), steps);
    }
}
