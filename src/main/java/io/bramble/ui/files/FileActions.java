package io.bramble.ui.files;

import com.vaadin.flow.component.UI;
import io.bramble.storage.DeleteFailure;
import io.bramble.ui.parts.Notices;
import io.bramble.ui.parts.Numbers;
import io.bramble.ui.parts.Question;
import java.util.Collection;
import java.util.List;
import java.util.Set;

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

    private final BucketFiles files;
    private final RunningDeletions deletions;
    private final Runnable changed;

    FileActions(BucketFiles files, RunningDeletions deletions, Runnable changed) {
        this.files = files;
        this.deletions = deletions;
        this.changed = changed;
    }

    void download(Collection<Row> rows) {
        var page = UI.getCurrentOrThrow().getPage();
        var possible = rows.stream()
                .filter(row -> FileNames.survivesInAddress(row.key()))
                .toList();
        if (possible.size() < rows.size())
            Notices.refused("A browser cannot ask for a path with the part . or .. in it. Fetch it with an access key"
                    + " and a program such as rclone.");
        for (var row : possible)
            page.executeJs(DOWNLOAD, files.download(row.key()).toString());
    }

    void newFolder(Place place) {
        new NewFolderDialog(name ->
                        Beside.run(() -> files.createFolder(place.prefix() + name + "/"), changed, FileActions::failed))
                .open();
    }

    void askToDelete(Set<Row> rows, Runnable then) {
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
                        ? "This bucket keeps old versions: an S3 program can bring them back."
                        : "This bucket keeps no old versions: there is no way back.");
    }

    private void delete(Set<Row> rows) {
        rows.stream().filter(Row::isFolder).forEach(folder -> deletions.begin(folder.key()));
        var keys = rows.stream().filter(Row::isFile).map(Row::key).toList();
        if (keys.isEmpty()) return;
        Beside.call(() -> files.delete(keys), failures -> deleted(keys, failures), FileActions::failed);
    }

    private void deleted(List<String> keys, List<DeleteFailure> failures) {
        changed.run();
        if (failures.isEmpty()) Notices.done("Deleted " + Numbers.count(keys.size(), "file") + ".");
        else
            Notices.broken("%s of %s could not be deleted. The first: %s (%s)"
                    .formatted(
                            Numbers.count(failures.size()),
                            Numbers.count(keys.size(), "file"),
                            FileNames.visible(failures.getFirst().key()),
                            failures.getFirst().reason()));
    }

    private static String what(Set<Row> rows) {
        if (rows.size() == 1) {
            var row = rows.iterator().next();
            return (row.isFolder() ? "folder " : "") + FileNames.visible(row.name());
        }
        var folders = rows.stream().filter(Row::isFolder).count();
        var files = rows.size() - folders;
        if (folders == 0) return Numbers.count(files, "file");
        if (files == 0) return Numbers.count(folders, "folder");
        return Numbers.count(files, "file") + " and " + Numbers.count(folders, "folder");
    }

    private static void failed(RuntimeException problem) {
        if (!Problems.isRefusal(problem)) throw problem;
        Notices.refused(Problems.sentence(problem));
    }
}
