package io.bramble.ui.files;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.bramble.ui.parts.EmptyState;
import io.bramble.ui.parts.Shell;
import io.bramble.ui.parts.Snippet;

/** What is said where nothing is. */
final class EmptyFolder {
    private EmptyFolder() {}

    static Component of(BucketFiles files, Listing listing) {
        var place = listing.place();
        if (place.isDeleted()) return nothingDeleted(files, listing);
        if (!place.startsWith().isEmpty())
            return new EmptyState(
                    VaadinIcon.SEARCH,
                    "Nothing starts with “" + FileNames.visible(place.startsWith()) + "”",
                    place.scope() == Place.Scope.BELOW
                            ? "All folders below were searched; capital letters count."
                            : "Only this folder was searched; capital letters count. Enter searches all folders below.");
        if (!files.mayWrite())
            return new EmptyState(VaadinIcon.FOLDER_OPEN_O, "No files yet", "Your role may look, not upload.");
        return new EmptyState(
                VaadinIcon.UPLOAD_ALT,
                "Drop files here",
                "Or whole folders, anywhere on this page. From a program, with an access key of this bucket:",
                new Snippet(command(files, place)));
    }

    private static Component nothingDeleted(BucketFiles files, Listing listing) {
        if (listing.hasMore())
            return new EmptyState(
                    VaadinIcon.TRASH, "Nothing found yet", "There are many versions here: load more to look further.");
        var text = files.keepsVersions()
                ? "What is deleted from here appears here, as long as its old versions are kept."
                : "This bucket keeps no old versions: what is deleted is gone. Its settings can change that.";
        return new EmptyState(VaadinIcon.TRASH, "Nothing was deleted here", text);
    }

    static String command(BucketFiles files, Place place) {
        var bucket = files.bucket();
        var target = Shell.quoted("s3://" + bucket.name() + "/" + place.prefix());
        return "aws s3 cp notes.txt " + target + " \\\n  --endpoint-url " + bucket.endpoint();
    }
}
