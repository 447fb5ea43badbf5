package io.bramble.ui.files;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import io.bramble.bucket.ObjectJob;
import io.bramble.ui.parts.Live;
import io.bramble.ui.parts.Notices;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Work in the background on a bucket's objects: what is under way, and what has ended in a way somebody should read.
 * Leaving the page stops nothing; who comes back sees it again.
 */
class JobsStrip extends Div {
    /** Whoever waited so long wants to read the result, not to have caught a notice. */
    private static final Duration LONG = Duration.ofSeconds(10);

    /** How long the way back is offered here; the job itself keeps it for longer. */
    private static final Duration OFFERED = Duration.ofMinutes(10);

    private final transient BucketJobs jobs;
    private final transient Runnable changed;
    private final transient Clock clock;
    private final Map<UUID, JobRow> rows = new LinkedHashMap<>();
    private final Set<UUID> underWay = new HashSet<>();

    /** @param changed objects have come, gone or changed */
    JobsStrip(BucketJobs jobs, Clock clock, Runnable changed) {
        this.jobs = jobs;
        this.clock = clock;
        this.changed = changed;
        addClassName("jobs");
        getElement().setAttribute("role", "region").setAttribute("aria-label", "Work in the background");
        setVisible(false);
        Live.follow(
                this, jobs.changes(), jobs.acting().accountId(), jobs.bucket().id(), this::refresh);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        underWay.clear();
    }

    /** Reads again what there is to show. */
    void refresh() {
        var latest = jobs.latest();
        var shown = latest.stream().filter(this::isShown).toList().reversed();
        rows.keySet().retainAll(shown.stream().map(ObjectJob::id).toList());
        getChildren().filter(row -> !rows.containsValue(row)).toList().forEach(this::remove);
        for (var job : shown) show(job);
        setVisible(!rows.isEmpty());
        latest.forEach(this::tell);
    }

    private void show(ObjectJob job) {
        var row = rows.get(job.id());
        if (row == null) {
            row = new JobRow(jobs, this::refresh);
            rows.put(job.id(), row);
            addComponentAsFirst(row);
        }
        row.show(job, clock.instant());
    }

    private boolean isShown(ObjectJob job) {
        if (job.dismissed()) return false;
        var ended = job.endedAt();
        if (ended == null) return true;
        var worthReading = job.state() == ObjectJob.State.FAILED
                || (job.state() == ObjectJob.State.STOPPED && job.doneObjects() > 0)
                || job.skippedObjects() > 0
                || ended.isAfter(job.startsAt().plus(LONG));
        return worthReading || (job.undoable() && ended.isAfter(clock.instant().minus(OFFERED)));
    }

    /** Once, when one that was seen under way has ended, or has ended before it could be seen. */
    private void tell(ObjectJob job) {
        if (!job.state().ended()) {
            underWay.add(job.id());
            return;
        }
        if (!underWay.remove(job.id())) return;
        changed.run();
        if (!isShown(job) && job.state() == ObjectJob.State.DONE) Notices.done(JobWords.result(job));
    }

    /** One that was begun here: its end is told, however soon it comes. */
    void began(ObjectJob job) {
        underWay.add(job.id());
        refresh();
    }
}
