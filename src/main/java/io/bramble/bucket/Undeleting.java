package io.bramble.bucket;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.bramble.storage.ObjectVersion;
import io.bramble.storage.VersionStore;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;

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
        var all = page.versions();
        var newest = IntStream.range(0, all.size())
                .filter(i -> hides(all.get(i)))
                .boxed()
                .toList();
        var hiding = abreast.map(
                newest, i -> mayHideMore(all, i) ? markers(all.get(i).id().key()) : List.of(Clearing.step(all.get(i))));
        var next = page.next();
        return batch(
                hiding, next == null ? JobCursor.atSource(at.source() + 1) : at.behind(next.key(), next.versionId()));
    }

    private boolean hides(ObjectVersion version) {
        return version.latest()
                && version.deleteMarker()
                && !version.modifiedAt().isBefore(since)
                && !Canary.owns(version.id().key());
    }

    /** Whether below that marker there is another, or what is below it is on the next page. */
    private static boolean mayHideMore(List<ObjectVersion> page, int index) {
        if (index + 1 == page.size()) return true;
        var below = page.get(index + 1);
        return below.deleteMarker()
                && below.id().key().equals(page.get(index).id().key());
    }

    private JobBatch files(List<JobSource> here, int position) {
        var files = here.stream()
                .takeWhile(source -> !source.isFolder())
                .limit(FILES)
                .toList();
        var hiding = abreast.map(files, file -> hidden(file.name()) ? markers(file.name()) : List.<JobStep>of());
        return batch(hiding, JobCursor.atSource(position + files.size()));
    }

    /** The newest version of a key is the first that lists below its name. */
    private boolean hidden(String key) {
        return versions.get().list(door.name(), key, null, 1).versions().stream()
                .anyMatch(version -> version.id().key().equals(key) && hides(version));
    }

    private List<JobStep> markers(String key) {
        return FileVersions.markers(versions.get(), door.name(), key).stream()
                .takeWhile(marker -> !marker.modifiedAt().isBefore(since))
                .map(Clearing::step)
                .toList();
    }

    /** A file counts once, however many markers hide it. */
    private static JobBatch batch(List<List<JobStep>> files, JobCursor next) {
        var steps = files.stream().flatMap(List::stream).toList();
        return new JobBatch(steps, (int) keys(steps), next);
    }

    @Override
    public JobResult take(List<JobStep> steps, Round round) {
        var failures = steps.stream()
                .gather(Gatherers.windowFixed(BATCH))
                .flatMap(some -> Clearing.erase(door.name(), versions.get(), some).failures().stream())
                .collect(toMap(ObjectJob.Failure::key, identity(), (first, second) -> first))
                .values();
        return new JobResult(keys(steps) - failures.size(), 0, 0, List.copyOf(failures), null);
    }

    private static long keys(List<JobStep> steps) {
        return steps.stream().map(JobStep::key).distinct().count();
    }
}
