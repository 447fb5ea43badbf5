package io.bramble.ui.files;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.bramble.account.InvalidField;
import io.bramble.bucket.ObjectJob;
import io.bramble.ui.parts.Notices;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One job: what it does, how far it is, and what can be done about it. */
class JobRow extends Div {
    private final transient BucketJobs jobs;
    private final transient Runnable acted;
    private final Span words = new Span();
    private final Span detail = new Span();
    private final ProgressBar bar = new ProgressBar();
    private final Button undo = new Button("Undo", _ -> undo());
    private final Button stop = new Button("Stop", _ -> stop());
    private final Button failures = new Button("Show what failed", _ -> showFailures());
    private final Button dismiss = new Button("Dismiss", _ -> dismiss());
    private @Nullable ObjectJob shown;
    private @Nullable UUID countingDown;

    /** @param acted something was done about it */
    JobRow(BucketJobs jobs, Runnable acted) {
        this.jobs = jobs;
        this.acted = acted;
        addClassName("job");
        words.getElement().setAttribute("role", "status");
        detail.addClassName("quiet");
        bar.getElement().setAttribute("aria-hidden", "true");
        var buttons = new Div(undo, stop, failures, dismiss);
        buttons.addClassName("job-buttons");
        for (var button : new Button[] {undo, stop, failures, dismiss})
            button.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        add(new Div(words, detail), buttons, bar);
    }

    void show(ObjectJob job, Instant now) {
        if (job.equals(shown)) return;
        shown = job;
        words.setText(JobWords.sentence(job));
        detail.setText(JobWords.detail(job));
        var failed = job.state() == ObjectJob.State.FAILED || job.failedObjects() > 0;
        getElement().getClassList().set("failed", failed);
        showBar(job, now);
        var may = jobs.mayWrite();
        undo.setVisible(may && job.undoable());
        stop.setVisible(may && job.state() == ObjectJob.State.RUNNING);
        failures.setVisible(job.failedObjects() > 0);
        dismiss.setVisible(may && job.state().ended());
    }

    private void showBar(ObjectJob job, Instant now) {
        bar.setVisible(!job.state().ended());
        var known = job.allSeen() && job.totalObjects() > 0 && job.state() != ObjectJob.State.WAITING;
        bar.setIndeterminate(!known && job.state() != ObjectJob.State.WAITING);
        if (known) {
            var through = job.doneObjects() + job.skippedObjects() + job.failedObjects();
            bar.setValue(Math.min(1, (double) through / job.totalObjects()));
        }
        if (job.state() == ObjectJob.State.WAITING && !job.id().equals(countingDown)) countDown(job, now);
        bar.getElement().getClassList().set("countdown", job.state() == ObjectJob.State.WAITING);
    }

    /** The browser draws it; the worker begins by its own clock. */
    private void countDown(ObjectJob job, Instant now) {
        countingDown = job.id();
        bar.setValue(1);
        var left = Math.max(0, Duration.between(now, job.startsAt()).toMillis());
        bar.getStyle().set("--countdown", left + "ms");
    }

    private void undo() {
        act(job -> {
            var undone = jobs.undo(job.id());
            if (undone.id().equals(job.id())) Notices.done("Nothing was deleted.");
        });
    }

    private void stop() {
        act(job -> jobs.stop(job.id()));
    }

    private void dismiss() {
        act(job -> jobs.dismiss(job.id()));
    }

    private void showFailures() {
        act(job -> new JobFailuresDialog(job, jobs.failures(job.id())).open());
    }

    private void act(Consumer<ObjectJob> what) {
        if (shown == null) return;
        try {
            what.accept(shown);
        } catch (InvalidField tooLate) {
            Notices.refused(tooLate);
        }
        acted.run();
    }
}
