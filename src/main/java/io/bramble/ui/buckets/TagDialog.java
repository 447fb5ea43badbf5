package io.bramble.ui.buckets;

import com.vaadin.flow.component.textfield.TextField;
import io.bramble.account.InvalidField;
import io.bramble.account.Membership;
import io.bramble.bucket.BucketBehaviour;
import io.bramble.bucket.Settings;
import io.bramble.ui.parts.FormDialog;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One label. */
class TagDialog extends FormDialog {
    private final transient Settings settings;
    private final transient BucketBehaviour bucket;
    private final transient Runnable changed;
    private final Membership acting;
    private final @Nullable String edited;
    private final TextField key = new TextField("Name");
    private final TextField value = new TextField("Value");

    /** @param edited its name; null for a new one */
    TagDialog(Settings settings, Membership acting, BucketBehaviour bucket, @Nullable String edited, Runnable changed) {
        super(edited == null ? "Add a tag" : "Change the tag", edited == null ? "Add" : "Change");
        this.settings = settings;
        this.acting = acting;
        this.bucket = bucket;
        this.edited = edited;
        this.changed = changed;
        key.setPlaceholder("team");
        key.setAutofocus(true);
        if (edited != null) {
            key.setValue(edited);
            value.setValue(bucket.wished().tags().getOrDefault(edited, ""));
        }
        addField("tags.key", key);
        addField("tags.value", value);
    }

    @Override
    protected void submit() {
        var tags =
                new TreeMap<>(settings.get(acting, bucket.bucketId()).wished().tags());
        if (edited != null) tags.remove(edited);
        var name = key.getValue().strip();
        if (tags.put(name, value.getValue().strip()) != null)
            throw new InvalidField("tags.key", "There is a tag " + name + " already. Edit that one.");
        try {
            settings.tags(acting, bucket.bucketId(), tags);
        } catch (InvalidField refusal) {
            var field = refusal.field().equals("tags") ? "tags.key" : refusal.field();
            throw new InvalidField(field, String.valueOf(refusal.getMessage()));
        }
        close();
        changed.run();
    }
}
