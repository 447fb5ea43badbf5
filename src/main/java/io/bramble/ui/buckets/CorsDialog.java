package io.bramble.ui.buckets;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.bramble.account.InvalidField;
import io.bramble.account.Membership;
import io.bramble.bucket.BucketBehaviour;
import io.bramble.bucket.CorsRules;
import io.bramble.bucket.Settings;
import io.bramble.storage.CorsRule;
import io.bramble.ui.parts.FormDialog;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All of a CORS rule, for those who know what they need. */
class CorsDialog extends FormDialog {
    private final transient Settings settings;
    private final transient BucketBehaviour bucket;
    private final transient @Nullable CorsRule edited;
    private final transient Runnable changed;
    private final Membership acting;
    private final TextField origins = new TextField("Sites");
    private final CheckboxGroup<String> methods = new CheckboxGroup<>("They may");
    private final TextField allowedHeaders = new TextField("Send headers");
    private final TextField exposedHeaders = new TextField("Read headers");
    private final IntegerField maxAgeSeconds = new IntegerField("Browsers remember this for seconds");

    /** @param edited null for a new one */
    CorsDialog(
            Settings settings, Membership acting, BucketBehaviour bucket, @Nullable CorsRule edited, Runnable changed) {
        super(edited == null ? "Add a rule" : "Change the rule", edited == null ? "Add" : "Change");
        this.settings = settings;
        this.acting = acting;
        this.bucket = bucket;
        this.edited = edited;
        this.changed = changed;
        origins.setHelperText("As https://example.org or https://*.example.org, several with spaces; * for any.");
        allowedHeaders.setHelperText("Names with spaces; * for any.");
        methods.setItems(CorsRules.METHODS);
        show(edited == null ? CorsRules.upload("https://example.org") : edited);
        if (edited == null) origins.clear();
        addField("origins", origins);
        addField("methods", methods);
        addField("allowedHeaders", allowedHeaders);
        addField("exposedHeaders", exposedHeaders);
        addField("maxAgeSeconds", maxAgeSeconds);
    }

    private void show(CorsRule rule) {
        origins.setValue(String.join(" ", rule.origins()));
        methods.setValue(Set.copyOf(rule.methods()));
        allowedHeaders.setValue(String.join(" ", rule.allowedHeaders()));
        exposedHeaders.setValue(String.join(" ", rule.exposedHeaders()));
        maxAgeSeconds.setValue(rule.maxAgeSeconds());
    }

    /** On what is set now: another page may have changed it since this dialog was opened. */
    @Override
    protected void submit() {
        var all =
                new ArrayList<>(settings.get(acting, bucket.bucketId()).wished().cors());
        var place = edited == null ? -1 : all.indexOf(edited);
        if (place < 0) all.add(wished());
        else all.set(place, wished());
        try {
            settings.cors(acting, bucket.bucketId(), all);
        } catch (InvalidField refusal) {
            var field = refusal.field().substring(refusal.field().indexOf('.') + 1);
            throw new InvalidField(field.equals("rules") ? "origins" : field, String.valueOf(refusal.getMessage()));
        }
        close();
        changed.run();
    }

    private CorsRule wished() {
        return new CorsRule(
                words(origins),
                CorsRules.METHODS.stream().filter(methods.getValue()::contains).toList(),
                words(allowedHeaders),
                words(exposedHeaders),
                Objects.requireNonNullElse(maxAgeSeconds.getValue(), 0));
    }

    private static List<String> words(TextField field) {
        return Stream.of(field.getValue().split("[ ,]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
