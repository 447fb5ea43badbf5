package io.bramble.ui.files;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import io.bramble.bucket.BucketView;
import io.bramble.ui.parts.Snippet;
import java.util.Collection;

/** Lines that fetch what is selected by the programs people have. */
class CommandsDialog extends Dialog {
    CommandsDialog(BucketView bucket, Collection<Row> rows) {
        super("From your own programs");
        setWidth("min(46rem, 94vw)");
        add(new Paragraph("They need an access key of this bucket, set up as its ready-made lines say: see Keys."));
        Commands.download(bucket, rows).forEach((program, lines) -> add(new H3(program), new Snippet(lines)));
        getFooter().add(new Button("Close", _ -> close()));
    }
}
