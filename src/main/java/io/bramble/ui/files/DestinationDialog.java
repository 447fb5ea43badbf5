package io.bramble.ui.files;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.bramble.bucket.BucketView;
import io.bramble.bucket.Destination;
import io.bramble.bucket.Duplicates;
import io.bramble.bucket.ObjectJob;
import io.bramble.ui.parts.FormDialog;
import java.util.function.Consumer;
import java.util.function.Function;

/** Where to copy or move: a bucket, and in it a folder that is chosen or typed. */
class DestinationDialog extends FormDialog {
    private final transient Function<Destination, ObjectJob> begin;
    private final transient Consumer<ObjectJob> began;
    private final Select<BucketView> bucket = new Select<>();
    private final TextField folder = new TextField("Folder");
    private final FolderChooser chooser;
    private final DuplicatesField duplicates;

    /** @param verb "Copy" or "Move" */
    DestinationDialog(
            BucketFiles files,
            Place from,
            String verb,
            String what,
            Function<Destination, ObjectJob> begin,
            Consumer<ObjectJob> began) {
        super(verb + " " + what, verb);
        this.begin = begin;
        this.began = began;
        chooser = new FolderChooser(folder::setValue);
        duplicates = new DuplicatesField(Duplicates.SKIP, files);
        bucket.setLabel("Bucket");
        bucket.setItemLabelGenerator(BucketView::name);
        bucket.setItems(files.jobs().buckets());
        bucket.setValue(files.bucket());
        bucket.addValueChangeListener(change -> look(files, change.getValue(), ""));
        folder.setPlaceholder("the top folder");
        folder.setHelperText("Choose below, or type a path; folders that are not there yet are made.");
        folder.setValue(from.prefix());
        addField("bucket", bucket);
        addField("to", folder);
        addText(chooser);
        addField("duplicates", duplicates);
        look(files, files.bucket(), from.prefix());
    }

    private void look(BucketFiles files, BucketView at, String prefix) {
        folder.setValue(prefix);
        chooser.show(prefix, request -> files.listOf(at, request));
    }

    @Override
    protected void submit() {
        var typed = folder.getValue();
        var prefix = typed.isEmpty() || typed.endsWith("/") ? typed : typed + "/";
        began.accept(begin.apply(new Destination(bucket.getValue().id(), prefix, duplicates.getValue())));
        close();
    }
}
