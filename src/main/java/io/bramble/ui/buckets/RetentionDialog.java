package io.bramble.ui.buckets;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import io.bramble.account.InvalidField;
import io.bramble.account.Membership;
import io.bramble.bucket.BucketBehaviour;
import io.bramble.bucket.Settings;
import io.bramble.storage.Retention;
import io.bramble.ui.parts.FormDialog;

/** For how many days new objects are locked, and who may lift that. */
class RetentionDialog extends FormDialog {
    private final transient Settings settings;
    private final transient BucketBehaviour bucket;
    private final transient Runnable changed;
    private final Membership acting;
    private final IntegerField days = new IntegerField("For how many days");
    private final RadioButtonGroup<Retention.Mode> mode = new RadioButtonGroup<>("A lock");

    RetentionDialog(Settings settings, Membership acting, BucketBehaviour bucket, Runnable changed) {
        super("Lock new objects", "Lock");
        this.settings = settings;
        this.acting = acting;
        this.bucket = bucket;
        this.changed = changed;
        var before = bucket.wished().retention();
        days.setManualValidation(true);
        days.setStepButtonsVisible(true);
        days.setMin(1);
        days.setValue(before == null ? 30 : before.days());
        mode.setItems(Retention.Mode.values());
        mode.setItemLabelGenerator(RetentionDialog::text);
        mode.setValue(before == null ? Retention.Mode.GOVERNANCE : before.mode());
        mode.addClassName("column");
        addText(new Paragraph("Locked objects count as stored and are billed until their locks end."));
        addField("days", days);
        addField("mode", mode);
    }

    static String text(Retention.Mode mode) {
        return switch (mode) {
            case GOVERNANCE -> "The operator of this storage may lift a lock";
            case COMPLIANCE -> "Nobody may lift a lock, not even the operator";
        };
    }

    @Override
    protected void submit() {
        if (days.getValue() == null) throw new InvalidField("days", "Say for how many days: 1 to 3,650.");
        settings.retention(acting, bucket.bucketId(), new Retention(mode.getValue(), days.getValue()));
        close();
        changed.run();
    }
}
