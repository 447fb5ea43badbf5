package io.bramble.ui.files;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.bramble.account.InvalidField;
import io.bramble.bucket.NewDescription;
import io.bramble.bucket.ObjectJob;
import io.bramble.bucket.ObjectSelection;
import io.bramble.ui.parts.FormDialog;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What browsers and programs are told with many files: what is written here replaces it in each, the rest stays. */
class EditManyDialog extends FormDialog {
    private final transient BucketFiles files;
    private final transient ObjectSelection selection;
    private final transient Consumer<ObjectJob> began;
    private final TextField type = new TextField("Type");
    private final TextField cache = new TextField("Cache-Control");
    private final Checkbox noCache = new Checkbox("Take Cache-Control away");
    private final TextField disposition = new TextField("Content-Disposition");
    private final Checkbox noDisposition = new Checkbox("Take Content-Disposition away");
    private final TextArea metadata = new TextArea("Metadata");
    private final Checkbox noMetadata = new Checkbox("Take all metadata away");

    EditManyDialog(BucketFiles files, String what, ObjectSelection selection, Consumer<ObjectJob> began) {
        super("Edit " + what, "Change all");
        this.files = files;
        this.selection = selection;
        this.began = began;
        verb.addClickShortcut(Key.ENTER, KeyModifier.CONTROL);
        addText(new Paragraph("What is left empty stays as it is in each file. The content stays, too."
                + (files.keepsVersions()
                        ? " This bucket keeps versions: each file as it is now becomes an earlier one."
                        : "")));
        type.setPlaceholder("image/jpeg");
        cache.setPlaceholder("max-age=3600");
        disposition.setPlaceholder("inline");
        metadata.setHelperText("One a line, as author: Ann. It replaces all metadata of each file.");
        addField("contentType", type);
        addField("cacheControl", cache);
        addField("noCache", noCache);
        addField("contentDisposition", disposition);
        addField("noDisposition", noDisposition);
        addField("metadata", metadata);
        addField("noMetadata", noMetadata);
        empties(noCache, cache);
        empties(noDisposition, disposition);
        noMetadata.addValueChangeListener(wish -> metadata.setEnabled(!wish.getValue()));
    }

    private static void empties(Checkbox away, TextField field) {
        away.addValueChangeListener(wish -> field.setEnabled(!wish.getValue()));
    }

    @Override
    protected void submit() {
        var wish = new NewDescription(
                text(type, false),
                text(cache, noCache.getValue()),
                text(disposition, noDisposition.getValue()),
                pairs());
        try {
            began.accept(files.jobs().describe(selection, wish));
            close();
        } catch (InvalidField refusal) {
            throw refusal;
        } catch (RuntimeException refusal) {
            Problems.tell(refusal);
        }
    }

    /** @return null to keep what is said, empty to take it away */
    private static @Nullable String text(TextField field, boolean away) {
        if (away) return "";
        var text = field.getValue().strip();
        return text.isEmpty() ? null : text;
    }

    private @Nullable Map<String, String> pairs() {
        if (noMetadata.getValue()) return Map.of();
        return metadata.isEmpty() ? null : EditFileDialog.pairs("metadata", metadata.getValue(), true);
    }
}
