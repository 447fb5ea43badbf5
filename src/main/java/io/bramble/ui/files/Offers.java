package io.bramble.ui.files;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.bramble.ui.shares.NewShareDialog;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What can be done with rows, in the order of menus. */
final class Offers {
    private final BucketFiles files;
    private final FileActions actions;
    private final Clock clock;
    private final Runnable after;

    /** @param after what was selected is gone */
    Offers(BucketFiles files, FileActions actions, Clock clock, Runnable after) {
        this.files = files;
        this.actions = actions;
        this.clock = clock;
        this.after = after;
    }

    /**
     * @param open leads to a folder or a file's details
     * @param details shows what is known of rows
     */
    List<Offer> all(Consumer<Row> open, Consumer<Set<Row>> details) {
        var offers = new ArrayList<Offer>();
        offers.add(new Offer("Open", VaadinIcon.FOLDER_OPEN_O, Offers::oneFolder, rows -> open.accept(first(rows))));
        offers.add(new Offer("Download", VaadinIcon.DOWNLOAD_ALT, Offer::stored, this::download).asButton());
        offers.add(new Offer("Details", VaadinIcon.INFO_CIRCLE_O, _ -> true, details).withKey("i"));
        if (files.mayWrite())
            offers.add(new Offer("Share …", VaadinIcon.SHARE, Offers::oneStored, rows -> share(first(rows)))
                    .withKey("s")
                    .asButton());
        if (files.mayWrite())
            offers.add(new Offer("Copy link …", VaadinIcon.LINK, Offer::oneFile, rows -> link(first(rows))));
        offers.add(new Offer("Copy commands …", VaadinIcon.TERMINAL, Offer::stored, this::commands));
        if (files.mayWrite()) addChanges(offers);
        return List.copyOf(offers);
    }

    private void addChanges(List<Offer> offers) {
        offers.add(
                new Offer("Rename …", VaadinIcon.INPUT, Offers::oneStored, rows -> actions.rename(first(rows), after))
                        .withKey("F2"));
        offers.add(new Offer("Move to …", VaadinIcon.ARROW_FORWARD, Offer::stored, rows -> actions.move(rows, after))
                .asButton());
        offers.add(new Offer("Copy to …", VaadinIcon.COPY_O, Offer::stored, actions::copy).asButton());
        offers.add(new Offer("Copy", VaadinIcon.COPY, Offer::stored, rows -> actions.toClipboard(rows, false))
                .withKey("Mod+c"));
        offers.add(new Offer("Cut", VaadinIcon.SCISSORS, Offer::stored, rows -> actions.toClipboard(rows, true))
                .withKey("Mod+x"));
        offers.add(new Offer("Edit metadata …", VaadinIcon.EDIT, Offer::stored, actions::edit));
        offers.add(new Offer("Restore", VaadinIcon.ARROW_BACKWARD, Offer::allDeleted, this::restore).asButton());
        offers.add(new Offer("Delete", VaadinIcon.TRASH, this::deletable, rows -> actions.askToDelete(rows, after))
                .withKey("Delete")
                .asButton());
    }

    /** All of a bucket only by those who may also delete the bucket. */
    private boolean deletable(Set<Row> rows) {
        return Offer.stored(rows) && (rows.stream().noneMatch(Row::isBucket) || files.mayEmpty());
    }

    private static boolean oneFolder(Set<Row> rows) {
        return oneStored(rows) && first(rows).isFolder();
    }

    private static boolean oneStored(Set<Row> rows) {
        return Offer.oneNamed(rows) && Offer.stored(rows);
    }

    private static Row first(Set<Row> rows) {
        return rows.iterator().next();
    }

    /** One file as it is; several, and folders, as one archive. */
    private void download(Set<Row> rows) {
        if (rows.size() == 1 && first(rows).isFile()) actions.download(rows);
        else actions.downloadTogether(rows);
    }

    private void share(Row row) {
        NewShareDialog.download(files.shares(), clock, files.acting(), files.bucket(), row.key(), () -> {})
                .open();
    }

    private void link(Row row) {
        new LinkDialog(files, row.key()).open();
    }

    private void commands(Set<Row> rows) {
        new CommandsDialog(files.bucket(), rows).open();
    }

    private void restore(Set<Row> rows) {
        actions.restore(rows);
        after.run();
    }
}
