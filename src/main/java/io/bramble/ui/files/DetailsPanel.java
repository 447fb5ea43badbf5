package io.bramble.ui.files;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.orderedlayout.Scroller;
import io.bramble.bucket.FileFacts;
import io.bramble.storage.ObjectVersion;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about what is selected: beside the table where there is room, else a sheet over it. A preview has its
 * place on top.
 */
class DetailsPanel extends Div {
    private final transient BucketFiles files;
    private final transient FileActions actions;
    private final transient Clock clock;
    private final transient Runnable changed;
    private final H2 title = new H2();
    private final Div preview = new Div();
    private final Div content = new Div();
    private @Nullable String shown;
    private transient @Nullable Thread reading;

    /** @param changed a file is another now */
    DetailsPanel(BucketFiles files, FileActions actions, Clock clock, Runnable close, Runnable changed) {
        this.files = files;
        this.actions = actions;
        this.clock = clock;
        this.changed = changed;
        addClassName("details");
        getElement().setAttribute("role", "complementary").setAttribute("aria-label", "Details");
        var closing = new Button(VaadinIcon.CLOSE_SMALL.create(), _ -> close.run());
        closing.addThemeVariants(ButtonVariant.TERTIARY);
        closing.setAriaLabel("Close details");
        var header = new Div(title, closing);
        header.addClassName("details-header");
        preview.addClassName("details-preview");
        content.addClassName("details-content");
        add(header, new Scroller(new Div(preview, content)));
        setVisible(false);
    }

    boolean isOpen() {
        return isVisible();
    }

    @Nullable
    String file() {
        return shown;
    }

    void close() {
        stop();
        shown = null;
        setVisible(false);
    }

    /** A file of which maybe no more is known than its key, as from a link. */
    void show(String key) {
        if (key.equals(shown)) return;
        open(FileNames.visible(FileNames.last(key)));
        shown = key;
        content.add(skeleton());
        read(key);
    }

    /** Several, or none: what they are together. */
    void show(Collection<Row> rows) {
        open(rows.size() == 1 ? FileNames.visible(rows.iterator().next().name()) : "Selection");
        shown = null;
        content.add(Sums.of(rows));
    }

    private void open(String name) {
        stop();
        title.setText(name);
        title.setTitle(name);
        preview.removeAll();
        content.removeAll();
        setVisible(true);
    }

    private void stop() {
        if (reading != null) reading.interrupt();
        reading = null;
    }

    private static Div skeleton() {
        var lines = new Div();
        for (var line = 0; line < 4; line++) {
            var one = new Div();
            one.addClassName("skeleton");
            lines.add(one);
        }
        lines.addClassName("skeletons");
        return lines;
    }

    private void read(String key) {
        reading = Beside.call(() -> files.know(key), known -> draw(key, known), problem -> {
            if (!key.equals(shown)) return;
            if (!Problems.isRefusal(problem)) throw problem;
            content.removeAll();
            var sentence = new Div(Problems.sentence(problem));
            sentence.addClassName("problem");
            content.add(sentence, new Button("Try again", _ -> again()));
        });
    }

    /** What was changed here is read again. */
    private void again() {
        if (shown != null) read(shown);
    }

    private void changedHere() {
        again();
        changed.run();
    }

    private void draw(String key, BucketFiles.Known known) {
        if (!key.equals(shown)) return;
        content.removeAll();
        preview.removeAll();
        if (known.facts() == null) content.add(new Div("There is no file of this name now."));
        else drawFacts(key, known.facts());
        if (known.versions() != null && isHistory(known.versions()))
            content.add(new VersionList(files, clock, known.versions(), this::changedHere));
    }

    /** One version alone is the file itself. */
    private static boolean isHistory(List<ObjectVersion> versions) {
        return versions.size() > 1 || versions.stream().anyMatch(ObjectVersion::deleteMarker);
    }

    private void drawFacts(String key, FileFacts facts) {
        var row = Row.file(
                facts.details().object(), key.length() - FileNames.last(key).length());
        var download = new Button("Download", VaadinIcon.DOWNLOAD_ALT.create(), _ -> actions.download(List.of(row)));
        var edit = new Button("Edit …", VaadinIcon.EDIT.create(), _ -> edit(key, facts));
        edit.setVisible(files.mayWrite());
        files.leave().toWrite(files.acting(), edit);
        var acts = new Div(download, edit);
        acts.addClassName("details-acts");
        content.add(acts, FactList.of(key, facts, clock.instant()));
        var object = facts.details().object();
        if (PreviewPane.shows(object)) preview.add(PreviewPane.of(object, files.preview(key)));
    }

    private void edit(String key, FileFacts facts) {
        new EditFileDialog(files, key, facts, this::changedHere).open();
    }
}
