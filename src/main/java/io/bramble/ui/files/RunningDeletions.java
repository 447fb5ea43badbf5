package io.bramble.ui.files;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.bramble.bucket.FolderDeletion;
import io.bramble.ui.parts.Notices;
import io.bramble.ui.parts.Numbers;
import java.time.Duration;
import java.util.UUID;

/** Folders that are being deleted in the background, as long as they are. Leaving the page does not stop them. */
class RunningDeletions extends Div {
    private static final Duration APART = Duration.ofSeconds(1);

    private final transient BucketFiles files;
    private final transient Runnable changed;

    /** @param changed a folder is gone */
    RunningDeletions(BucketFiles files, Runnable changed) {
        this.files = files;
        this.changed = changed;
        addClassName("deletions");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        removeAll();
        files.deletionsUnderWay().forEach(this::follow);
    }

    void begin(String prefix) {
        follow(files.deleteFolder(prefix));
    }

    private void follow(FolderDeletion deletion) {
        var line = new Line(deletion);
        add(line);
        line.lookAgain(deletion.id());
    }

    private final class Line extends Div {
        private final Span words = new Span();

        Line(FolderDeletion deletion) {
            getElement().setAttribute("role", "status");
            var bar = new ProgressBar();
            bar.setIndeterminate(true);
            bar.getElement().setAttribute("aria-hidden", "true");
            add(words, bar);
            show(deletion);
        }

        void lookAgain(UUID id) {
            Beside.later(APART, () -> files.deletion(id), this::seen, problem -> {
                RunningDeletions.this.remove(this);
                throw problem;
            });
        }

        private void seen(FolderDeletion deletion) {
            if (!isAttached()) return;
            show(deletion);
            if (deletion.state() == FolderDeletion.State.RUNNING) lookAgain(deletion.id());
            else ended(deletion);
        }

        private void show(FolderDeletion deletion) {
            words.setText("Deleting %s: %s gone so far. You may leave this page."
                    .formatted(FileNames.visible(deletion.prefix()), Numbers.count(deletion.deletedObjects(), "file")));
        }

        private void ended(FolderDeletion deletion) {
            RunningDeletions.this.remove(this);
            changed.run();
            if (deletion.problem() == null)
                Notices.done("Deleted %s with %s."
                        .formatted(
                                FileNames.visible(deletion.prefix()),
                                Numbers.count(deletion.deletedObjects(), "file")));
            else Notices.broken(deletion.problem());
        }
    }
}
