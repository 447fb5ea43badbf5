package io.bramble.ui.files;

import com.vaadin.flow.component.textfield.TextField;
import io.bramble.bucket.Duplicates;
import io.bramble.bucket.ObjectJob;
import io.bramble.ui.parts.FormDialog;
import java.util.function.Consumer;

/** Another name for a file or a folder, in its place. */
class RenameDialog extends FormDialog {
    /** As people expect: the name without its ending. */
    private static final String SELECT_STEM = """
            setTimeout(() => { const dot = this.value.lastIndexOf('.');
              this.inputElement?.setSelectionRange(0, dot > 0 ? dot : this.value.length); })""";

    private final transient BucketJobs jobs;
    private final transient Row row;
    private final transient Consumer<ObjectJob> began;
    private final TextField name = new TextField("Name");
    private final DuplicatesField duplicates;

    RenameDialog(BucketFiles files, Row row, Consumer<ObjectJob> began) {
        super("Rename " + FileNames.visible(row.name()), "Rename");
        jobs = files.jobs();
        duplicates = new DuplicatesField(Duplicates.SKIP, files);
        this.row = row;
        this.began = began;
        name.setValue(row.name());
        name.setAutofocus(true);
        if (row.isFolder()) name.setHelperText("Every file in the folder is copied to its new name, then deleted.");
        name.getElement().executeJs(SELECT_STEM);
        addField("name", name);
        addField("duplicates", duplicates);
    }

    /** Nothing is stripped: a name may well end in a space. */
    @Override
    protected void submit() {
        began.accept(jobs.rename(row.key(), name.getValue(), duplicates.getValue()));
        close();
    }
}
