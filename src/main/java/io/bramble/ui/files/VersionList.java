package io.bramble.ui.files;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import io.bramble.bucket.FileVersions;
import io.bramble.storage.ObjectVersion;
import io.bramble.ui.parts.Dates;
import io.bramble.ui.parts.Notices;
import io.bramble.ui.parts.Numbers;
import java.time.Clock;
import java.util.List;

/** What a file was before, newest first, and the moments when it was deleted. */
class VersionList extends Div {
    private static final int AT_ONCE = 50;

    private final transient BucketFiles files;
    private final transient Clock clock;
    private final transient Runnable changed;
    private final transient List<ObjectVersion> versions;
    private final OrderedList list = new OrderedList();
    private final Button more = act("Show more", this::showMore);

    VersionList(BucketFiles files, Clock clock, List<ObjectVersion> versions, Runnable changed) {
        this.files = files;
        this.clock = clock;
        this.changed = changed;
        this.versions = versions;
        addClassName("versions");
        add(new H3(heading(versions.size())), list, more);
        showMore();
    }

    private static String heading(int versions) {
        return (versions < FileVersions.MOST ? "" : "The newest ") + Numbers.count(versions, "version");
    }

    private void showMore() {
        var shown = list.getElement().getChildCount();
        versions.stream().skip(shown).limit(AT_ONCE).map(this::line).forEach(list::add);
        more.setVisible(versions.size() > shown + AT_ONCE);
    }

    private ListItem line(ObjectVersion version) {
        var words = new Div(title(version), note(version));
        var acts = new Div();
        acts.addClassName("version-acts");
        if (!version.deleteMarker()) acts.add(act("Download", () -> download(version)));
        if (files.mayWrite()) addChanges(acts, version);
        return new ListItem(words, acts);
    }

    private void addChanges(Div acts, ObjectVersion version) {
        if (version.deleteMarker() && version.latest()) acts.add(act("Undo deletion", () -> undelete(version)));
        if (!version.deleteMarker() && !version.latest()) acts.add(act("Restore", () -> restore(version)));
        if (!version.deleteMarker())
            acts.add(act("Erase …", () -> new EraseVersionDialog(files, version, changed).open()));
    }

    private Component title(ObjectVersion version) {
        var what = version.deleteMarker() ? "Deleted" : version.latest() ? "Current" : "Earlier";
        var title = new Span(what + ", " + Dates.relative(version.modifiedAt(), clock.instant()));
        title.setTitle(Dates.exact(version.modifiedAt()));
        return title;
    }

    private static Component note(ObjectVersion version) {
        var note = new Div(
                !version.deleteMarker()
                        ? Numbers.bytes(version.sizeBytes())
                        : version.latest()
                                ? "Hidden from readers since then. The versions below are still stored, and billed."
                                : "It was hidden from then until the version above.");
        note.addClassName("quiet");
        return note;
    }

    private static Button act(String verb, Runnable act) {
        var button = new Button(verb, _ -> act.run());
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        return button;
    }

    private void download(ObjectVersion version) {
        FileActions.save(files.download(version.id()));
    }

    private void restore(ObjectVersion version) {
        Beside.run(() -> files.restore(version.id()), () -> done("Restored; the other versions stay."), Problems::tell);
    }

    private void undelete(ObjectVersion marker) {
        var key = marker.id().key();
        Beside.run(() -> files.undelete(key), () -> done("Brought back."), Problems::tell);
    }

    private void done(String text) {
        Notices.done(text);
        changed.run();
    }
}
