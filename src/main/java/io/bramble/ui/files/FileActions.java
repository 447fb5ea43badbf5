package io.bramble.ui.files;

import com.vaadin.flow.component.UI;
import io.bramble.bucket.Destination;
import io.bramble.bucket.Duplicates;
import io.bramble.bucket.ObjectJob;
import io.bramble.ui.buckets.EmptyBucketDialog;
import io.bramble.ui.parts.Notices;
import io.bramble.ui.parts.Numbers;
import io.bramble.ui.parts.Question;
import java.net.URI;
import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** What can be done with files. Remote work runs beside the session's lock and tells how it went. */
final class FileActions {
    /** A frame, so that a store's error page cannot take the console's place; downloads leave it empty. */
    private static final String DOWNLOAD = """
            const frame = document.createElement('iframe');
            frame.hidden = true;
            frame.src = $0;
            document.body.append(frame);
            setTimeout(() => frame.remove(), 60000);
            """;

    /** Else a picture that was copied before, elsewhere, would be what is pasted. */
    private static final String TAKE_CLIPBOARD = "navigator.clipboard?.writeText(location.href).catch(() => {})";

    /** Above this, deleting is worth a question; below, the way back is enough. */
    private static final int FEW = 100;

    private final BucketFiles files;
    private final JobsStrip strip;
    private final Runnable changed;

    FileActions(BucketFiles files, JobsStrip strip, Runnable changed) {
        this.files = files;
        this.strip = strip;
        this.changed = changed;
    }

    void download(Collection<Row> rows) {
        var possible =
                rows.stream().filter(row -> !FileNames.isWayUp(row.key())).toList();
        if (possible.size() < rows.size())
            Notices.refused(
                    "A browser cannot ask for a file named . or .. alone. Fetch it with an access key and a program"
                            + " such as rclone.");
        for (var row : possible) save(files.download(row.key()));
    }

    /** As one archive that the browser makes. */
    void downloadTogether(Collection<Row> rows) {
        if (rows.isEmpty()) return;
        var one = rows.iterator().next();
        var name = rows.size() == 1 && !one.isBucket()
                ? one.name()
                : files.bucket().name();
        var below = one.key().substring(0, one.nameFrom());
        ZipDownload.begin(files, rows, below, FileNames.visible(name));
    }

    static void save(URI file) {
        UI.getCurrentOrThrow().getPage().executeJs(DOWNLOAD, file.toString());
    }

    void newFolder(Place place) {
        new NewFolderDialog(name ->
                        Beside.run(() -> files.createFolder(place.prefix() + name + "/"), changed, Problems::tell))
                .open();
    }

    /**
     * Deletes a few files at once, since there is a way back; asks before folders and many.
     *
     * @param then when it is decided
     */
    void askToDelete(Set<Row> rows, Runnable then) {
        if (rows.size() <= FEW && rows.stream().allMatch(Row::isFile)) {
            then.run();
            delete(rows);
            return;
        }
        if (rows.stream().anyMatch(Row::isBucket)) {
            var behaviour = files.settings().get(files.acting(), files.bucket().id());
            new EmptyBucketDialog(files.jobs().all(), files.acting(), files.bucket(), behaviour).open();
            return;
        }
        new Question("Delete " + what(rows) + "?", consequence(rows), "Delete", () -> {
                    then.run();
                    delete(rows);
                })
                .open();
    }

    private String consequence(Set<Row> rows) {
        var folders = rows.stream().anyMatch(Row::isFolder) ? "Everything in a folder goes with it. " : "";
        return folders
                + (files.keepsVersions()
                        ? "This bucket keeps old versions: Undo brings them back, later Deleted files, behind the three"
                                + " dots."
                        : "You can undo it for 10 seconds. After that there is no way back.");
    }

    private void delete(Set<Row> rows) {
        begin(() -> files.jobs().delete(Clip.selection(rows)));
    }

    /** Brings back what was deleted. */
    void restore(Collection<Row> rows) {
        begin(() -> files.jobs().undelete(Clip.selection(rows)));
    }

    /** What is said about one file as it is now; about several, what shall be the same. */
    void edit(Set<Row> rows) {
        if (!Offer.oneFile(rows)) {
            new EditManyDialog(files, what(rows), Clip.selection(rows), strip::began).open();
            return;
        }
        var key = rows.iterator().next().key();
        Beside.call(
                () -> files.facts(key), facts -> new EditFileDialog(files, key, facts, changed).open(), Problems::tell);
    }

    /** @param then when it is decided: what had the old name is selected no more */
    void rename(Row row, Runnable then) {
        new RenameDialog(files, row, job -> began(job, then)).open();
    }

    void copy(Collection<Row> rows) {
        transfer(rows, "Copy", to -> files.jobs().copy(files.bucket().id(), Clip.selection(rows), to), () -> {});
    }

    void move(Collection<Row> rows, Runnable then) {
        transfer(rows, "Move", to -> files.jobs().move(files.bucket().id(), Clip.selection(rows), to), then);
    }

    private void transfer(Collection<Row> rows, String verb, Function<Destination, ObjectJob> begin, Runnable then) {
        if (rows.isEmpty()) return;
        var from = Place.around(rows.iterator().next().key());
        new DestinationDialog(files, from, verb, what(rows), begin, job -> began(job, then)).open();
    }

    private void began(ObjectJob job, Runnable then) {
        then.run();
        strip.began(job);
    }

    /** Takes rows along, to be pasted elsewhere. */
    void toClipboard(Collection<Row> rows, boolean cut) {
        if (rows.isEmpty()) return;
        Clip.of(files, rows, cut).keep();
        UI.getCurrentOrThrow().getPage().executeJs(TAKE_CLIPBOARD);
        Notices.done((cut ? "Cut " : "Copied ") + what(rows) + ". Paste into any folder.");
    }

    /** A name that is taken gets a number. */
    void paste(Place into) {
        var kept = Clip.kept()
                .filter(clip -> clip.accountId().equals(files.acting().accountId()));
        if (kept.isEmpty()) {
            Notices.refused("Nothing to paste. Choose files, then press Ctrl C or Ctrl X.");
            return;
        }
        var clip = kept.get();
        var to = new Destination(files.bucket().id(), into.prefix(), Duplicates.KEEP_BOTH);
        begin(() -> clip.cut()
                ? files.jobs().move(clip.bucketId(), clip.selection(), to)
                : files.jobs().copy(clip.bucketId(), clip.selection(), to));
        if (clip.cut()) Clip.clear();
    }

    private void begin(Supplier<ObjectJob> job) {
        try {
            strip.began(job.get());
        } catch (RuntimeException refusal) {
            Problems.tell(refusal);
        }
    }

    private static String what(Collection<Row> rows) {
        if (rows.size() == 1) {
            var row = rows.iterator().next();
            if (row.isBucket()) return "everything in this bucket";
            return (row.isFolder() ? "folder " : "") + FileNames.visible(row.name());
        }
        var folders = rows.stream().filter(Row::isFolder).count();
        var files = rows.size() - folders;
        if (folders == 0) return Numbers.count(files, "file");
        if (files == 0) return Numbers.count(folders, "folder");
        return Numbers.count(files, "file") + " and " + Numbers.count(folders, "folder");
    }
}
