package io.bramble.ui.files;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.bramble.storage.ObjectVersion;
import io.bramble.ui.parts.Dates;
import io.bramble.ui.parts.FormDialog;
import io.bramble.ui.parts.Notices;
import io.bramble.ui.parts.Numbers;

/** The one deletion without a way back: asks for the file's name. */
class EraseVersionDialog extends FormDialog {
    private final transient BucketFiles files;
    private final transient ObjectVersion version;
    private final transient Runnable erased;

    EraseVersionDialog(BucketFiles files, ObjectVersion version, Runnable erased) {
        super("Erase this version?", "Erase for good");
        this.files = files;
        this.version = version;
        this.erased = erased;
        var name = FileNames.visible(FileNames.last(version.id().key()));
        var typed = new TextField("Type " + name + " to erase it");
        verb.addThemeVariants(ButtonVariant.ERROR);
        verb.setEnabled(false);
        typed.setValueChangeMode(ValueChangeMode.EAGER);
        typed.setAutofocus(true);
        typed.addValueChangeListener(
                event -> verb.setEnabled(event.getValue().strip().equals(name.strip())));
        addText(new Paragraph(consequence(version)));
        addField("name", typed);
    }

    private static String consequence(ObjectVersion version) {
        var what = "The version of %s, %s, is gone for good: nobody can bring it back."
                .formatted(Dates.exact(version.modifiedAt()), Numbers.bytes(version.sizeBytes()));
        return version.latest() ? what + " The version before it becomes the current one." : what;
    }

    @Override
    protected void submit() {
        Beside.run(
                () -> files.erase(version.id()),
                () -> {
                    Notices.done("Erased that version.");
                    erased.run();
                },
                Problems::tell);
        close();
    }
}
