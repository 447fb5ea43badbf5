package io.bramble.ui.files;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.bramble.bucket.ObjectJob;
import io.bramble.bucket.UnseenBytes;
import io.bramble.ui.parts.Dates;
import io.bramble.ui.parts.Numbers;
import io.bramble.ui.parts.Question;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the bucket stores and no listing shows, so that nobody is billed for what they cannot see. */
class Unseen extends Div {
    private final transient BucketFiles files;
    private final transient Clock clock;
    private final transient Consumer<ObjectJob> began;
    private final Span words = new Span();
    private final Button versions = new Button("Erase old versions …", _ -> askToClear());
    private final Button uploads = new Button("Give up uploads …", _ -> askToAbort());
    private transient @Nullable Thread counting;

    /** @param began told of the job that clears it */
    Unseen(BucketFiles files, Clock clock, Consumer<ObjectJob> began) {
        this.files = files;
        this.clock = clock;
        this.began = began;
        addClassName("unseen");
        for (var clear : List.of(versions, uploads))
            clear.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        add(words, versions, uploads);
        setVisible(false);
    }

    /** Of the whole bucket, so at its root only. */
    void show(Place place) {
        stop();
        setVisible(false);
        if (place.equals(Place.ROOT)) counting = Beside.call(files::countUnseen, this::draw, Unseen::cannotTell);
    }

    void stop() {
        if (counting != null) counting.interrupt();
        counting = null;
    }

    private void draw(UnseenBytes.Found found) {
        setVisible(!found.isNothing());
        versions.setVisible(files.mayWrite() && found.oldVersions().count() > 0);
        uploads.setVisible(files.mayWrite() && found.openUploads().count() > 0);
        words.setText("Also stored, though not listed: %s%s, counted at %s."
                .formatted(
                        found.atLeast() ? "at least " : "",
                        words(found),
                        Dates.time(found.measuredAt(), clock.instant())));
    }

    static String words(UnseenBytes.Found found) {
        var parts = new ArrayList<String>();
        if (found.oldVersions().count() > 0) parts.add(words(found.oldVersions(), "old version"));
        if (found.openUploads().count() > 0) parts.add(words(found.openUploads(), "unfinished upload"));
        return String.join(" and ", parts);
    }

    private static String words(UnseenBytes.Amount amount, String noun) {
        return Numbers.count(amount.count(), noun) + " (" + Numbers.bytes(amount.bytes()) + ")";
    }

    private void askToClear() {
        new Question(
                        "Erase all old versions?",
                        "All earlier versions in this bucket go for good, and with them what was deleted and could be"
                                + " brought back. The files that you see stay.",
                        "Erase",
                        () -> begin(files.jobs()::clearVersions))
                .open();
    }

    private void askToAbort() {
        new Question(
                        "Give up unfinished uploads?",
                        "What has arrived of them is erased, also of those that somebody is still sending. Files that"
                                + " are complete stay.",
                        "Give up",
                        () -> begin(files.jobs()::abortUploads))
                .open();
    }

    private void begin(Supplier<ObjectJob> job) {
        try {
            began.accept(job.get());
            setVisible(false);
        } catch (RuntimeException refusal) {
            Problems.tell(refusal);
        }
    }

    /** The listing beside it says what is wrong with the store. */
    private static void cannotTell(RuntimeException problem) {
        if (!Problems.isRefusal(problem)) throw problem;
    }
}
