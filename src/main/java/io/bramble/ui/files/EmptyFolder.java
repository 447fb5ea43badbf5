package io.bramble.ui.files;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.bramble.ui.parts.EmptyState;
import io.bramble.ui.parts.Shell;
import io.bramble.ui.parts.Snippet;

/** What is said where nothing is. */
final class EmptyFolder {
    private EmptyFolder() {}

    static Component of(BucketFiles files, Place place) {
        if (!place.startsWith().isEmpty())
            return new EmptyState(
                    VaadinIcon.SEARCH,
                    "Nothing starts with “" + FileNames.visible(place.startsWith()) + "”",
                    "Only this folder is searched; capital letters count.");
        if (!files.mayWrite())
            return new EmptyState(VaadinIcon.FOLDER_OPEN_O, "No files yet", "Your role may look, not upload.");
        return new EmptyState(
                VaadinIcon.UPLOAD_ALT,
                "Drop files here",
                "Or whole folders, anywhere on this page. From a program, with an access key of this bucket:",
                new Snippet(command(files, place)));
    }

    static String command(BucketFiles files, Place place) {
        var bucket = files.bucket();
        var target = Shell.quoted("s3://" + bucket.name() + "/" + place.prefix());
        return "aws s3 cp notes.txt " + target + " \\\n  --endpoint-url " + bucket.endpoint();
    }
}
