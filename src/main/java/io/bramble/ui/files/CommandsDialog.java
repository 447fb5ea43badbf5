package io.bramble.ui.files;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.tabs.TabSheet;
import io.bramble.bucket.BucketView;
import io.bramble.ui.parts.Snippet;
import java.util.Collection;

/** Lines that fetch what is selected by the programs people have. */
class CommandsDialog extends Dialog {
    CommandsDialog(BucketView bucket, Collection<Row> rows) {
        super("From your own programs");
        setWidth("min(46rem, 94vw)");
        var programs = new TabSheet();
        Commands.download(bucket, rows).forEach((program, lines) -> programs.add(program, new Snippet(lines)));
        add(
                new Paragraph("They need an access key of this bucket, set up as its ready-made lines say: see Keys."),
                programs);
        getFooter().add(new Button("Close", _ -> close()));
    }
}
