package io.bramble.ui.files;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import io.bramble.bucket.BucketView;
import io.bramble.ui.parts.Snippet;
import java.util.Collection;

/** What a browser should not pack, a program fetches. */
class TooManyFilesDialog extends Dialog {
    TooManyFilesDialog(BucketView bucket, Collection<Row> rows) {
        super("More than 10,000 files");
        setWidth("min(46rem, 94vw)");
        add(new Paragraph("A browser packs no more than that. Fetch them with rclone instead: it goes on where it was"
                + " interrupted. It needs an access key of this bucket, see Keys."));
        add(new Snippet(Commands.rclone(bucket, rows)));
        getFooter().add(new Button("Close", _ -> close()));
    }
}
