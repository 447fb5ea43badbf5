package io.bramble.ui.buckets;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.bramble.account.InvalidField;
import io.bramble.account.Membership;
import io.bramble.bucket.BucketBehaviour;
import io.bramble.bucket.Settings;
import io.bramble.storage.Capability;
import io.bramble.ui.parts.FormDialog;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to remove, where, and after how many days. */
class CleanUpDialog extends FormDialog {
    private static final int MOST_DAYS = 3650;

    private final transient Settings settings;
    private final transient BucketBehaviour bucket;
    private final transient @Nullable CleanUp edited;
    private final transient Runnable changed;
    private final Membership acting;
    private final RadioButtonGroup<CleanUp.What> what = new RadioButtonGroup<>("It should");
    private final TextField prefix = new TextField("Only below");
    private final IntegerField days = new IntegerField("After how many days");

    /** @param edited null for a new one */
    CleanUpDialog(
            Settings settings, Membership acting, BucketBehaviour bucket, @Nullable CleanUp edited, Runnable changed) {
        super(edited == null ? "Add a rule" : "Change the rule", edited == null ? "Add" : "Change");
        this.settings = settings;
        this.acting = acting;
        this.bucket = bucket;
        this.edited = edited;
        this.changed = changed;
        what.setItems(offered());
        what.setItemLabelGenerator(CleanUp.What::text);
        what.addClassName("column");
        prefix.setPlaceholder("the whole bucket");
        prefix.setHelperText("A path such as logs/ keeps the rule to what begins with it.");
        days.setStepButtonsVisible(true);
        days.setMin(1);
        days.setMax(MOST_DAYS);
        days.setManualValidation(true);
        what.setValue(edited == null ? offered().getFirst() : edited.what());
        prefix.setValue(edited == null ? "" : edited.prefix());
        days.setValue(edited == null ? 30 : edited.days());
        addField("what", what);
        addField("prefix", prefix);
        addField("days", days);
    }

    private List<CleanUp.What> offered() {
        var offered = new ArrayList<CleanUp.What>();
        var objects = bucket.capabilities().has(Capability.LIFECYCLE);
        if (objects) offered.add(CleanUp.What.FILES);
        if (objects && bucket.capabilities().has(Capability.VERSIONING)) offered.add(CleanUp.What.OLD_VERSIONS);
        if (bucket.capabilities().has(Capability.UPLOAD_EXPIRY)) offered.add(CleanUp.What.UPLOADS);
        return offered;
    }

    /** On what is set now: another page may have changed it since this dialog was opened. */
    @Override
    protected void submit() {
        if (days.getValue() == null) throw new InvalidField("days", "Say after how many days: 1 to 3,650.");
        var wished = new CleanUp(what.getValue(), prefix.getValue().strip(), days.getValue());
        var all = new ArrayList<>(
                CleanUp.of(settings.get(acting, bucket.bucketId()).wished().lifecycle()));
        var place = edited == null ? -1 : all.indexOf(edited);
        if (place < 0) all.add(wished);
        else all.set(place, wished);
        try {
            settings.lifecycle(
                    acting, bucket.bucketId(), all.stream().map(CleanUp::rule).toList());
        } catch (InvalidField refusal) {
            throw new InvalidField(fieldOf(refusal.field()), String.valueOf(refusal.getMessage()));
        }
        close();
        changed.run();
    }

    private static String fieldOf(String field) {
        if (field.endsWith("prefix")) return "prefix";
        return field.endsWith("AfterDays") ? "days" : "what";
    }
}
