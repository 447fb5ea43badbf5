package io.bramble.ui.buckets;

import static java.util.stream.Collectors.joining;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.bramble.account.InvalidField;
import io.bramble.account.Membership;
import io.bramble.bucket.BucketBehaviour;
import io.bramble.bucket.Settings;
import io.bramble.storage.EventRule;
import io.bramble.storage.EventRule.Kind;
import io.bramble.ui.parts.FormDialog;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Who is to be told of what. */
class EventDialog extends FormDialog {
    private final transient Settings settings;
    private final transient BucketBehaviour bucket;
    private final transient Runnable changed;
    private final Membership acting;
    private final CheckboxGroup<Kind> kinds = new CheckboxGroup<>("When files are");
    private final TextField prefix = new TextField("Only below");
    private final TextField suffix = new TextField("Only ending in");
    private final Select<String> target = new Select<>();

    EventDialog(Settings settings, Membership acting, BucketBehaviour bucket, Runnable changed) {
        super("Tell a program", "Add");
        this.settings = settings;
        this.acting = acting;
        this.bucket = bucket;
        this.changed = changed;
        kinds.setItems(Kind.CREATED, Kind.REMOVED);
        kinds.setItemLabelGenerator(EventDialog::verb);
        kinds.setValue(Set.of(Kind.CREATED));
        prefix.setPlaceholder("the whole bucket");
        suffix.setPlaceholder("anything");
        suffix.setHelperText("As .jpg");
        target.setLabel("Tell");
        target.setItems(bucket.eventTargets());
        target.setItemLabelGenerator(EventDialog::name);
        target.setValue(bucket.eventTargets().getFirst());
        addField("kinds", kinds);
        addField("prefix", prefix);
        addField("suffix", suffix);
        addField("target", target);
    }

    static String sentence(EventRule rule) {
        var verbs = rule.kinds().stream().map(EventDialog::verb).collect(joining(" or "));
        var below = rule.prefix().isEmpty() ? "" : " below " + rule.prefix();
        var ending = rule.suffix().isEmpty() ? "" : " and end in " + rule.suffix();
        return "Tell " + name(rule.target()) + " of files that are " + verbs + below + ending + ".";
    }

    private static String verb(Kind kind) {
        return switch (kind) {
            case CREATED -> "stored";
            case REMOVED -> "deleted";
            case OTHER -> "used otherwise";
        };
    }

    /** Of {@code arn:minio:sqs::HOOK:webhook} what its operator has called it. */
    private static String name(String target) {
        var parts = target.split(":", -1);
        return parts.length == 6 ? parts[4] + " (" + parts[5] + ")" : target;
    }

    /** To what is set now: another page may have changed it since this dialog was opened. */
    @Override
    protected void submit() {
        var all =
                new ArrayList<>(settings.get(acting, bucket.bucketId()).wished().events());
        all.add(new EventRule(
                "",
                new TreeSet<>(kinds.getValue()),
                prefix.getValue().strip(),
                suffix.getValue().strip(),
                Objects.requireNonNullElse(target.getValue(), "")));
        try {
            settings.events(acting, bucket.bucketId(), all);
        } catch (InvalidField refusal) {
            var field = refusal.field().substring(refusal.field().indexOf('.') + 1);
            throw new InvalidField(field.equals("rules") ? "kinds" : field, String.valueOf(refusal.getMessage()));
        }
        close();
        changed.run();
    }
}
