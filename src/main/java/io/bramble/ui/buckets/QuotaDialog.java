package io.bramble.ui.buckets;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import io.bramble.account.InvalidField;
import io.bramble.account.Membership;
import io.bramble.bucket.BucketBehaviour;
import io.bramble.bucket.Buckets;
import io.bramble.ui.parts.FormDialog;

/** How much a bucket may hold, in units that people use. */
class QuotaDialog extends FormDialog {
    private final transient Buckets buckets;
    private final transient BucketBehaviour bucket;
    private final transient Runnable changed;
    private final Membership acting;
    private final IntegerField amount = new IntegerField("At most");
    private final Select<Unit> unit = new Select<>("Unit");

    private enum Unit {
        MiB(20),
        GiB(30),
        TiB(40);

        private final int power;

        Unit(int power) {
            this.power = power;
        }
    }

    QuotaDialog(Buckets buckets, Membership acting, BucketBehaviour bucket, Runnable changed) {
        super("Change quota", "Change");
        this.buckets = buckets;
        this.acting = acting;
        this.bucket = bucket;
        this.changed = changed;
        amount.setManualValidation(true);
        amount.setAutofocus(true);
        amount.setHelperText("Less than it holds now stops uploads and deletes nothing.");
        unit.setItems(Unit.values());
        show(bucket.quotaBytes() == null ? 10L << 30 : bucket.quotaBytes());
        addField("quotaBytes", amount);
        addField("unit", unit);
    }

    /** In the largest unit that shows it whole; what is not whole MiB is shown as the next smaller. */
    private void show(long bytes) {
        unit.setValue(Unit.MiB);
        for (var candidate : Unit.values())
            if (bytes > 0 && bytes % (1L << candidate.power) == 0) unit.setValue(candidate);
        amount.setValue(Math.toIntExact(Math.min(Integer.MAX_VALUE, bytes >> unit.getValue().power)));
    }

    @Override
    protected void submit() {
        if (amount.getValue() == null || amount.getValue() < 0)
            throw new InvalidField("quotaBytes", "Write how much as a whole number, 0 or more.");
        if (amount.getValue() > Long.MAX_VALUE >> unit.getValue().power)
            throw new InvalidField("quotaBytes", "That is more than any bucket can hold.");
        buckets.quota(acting, bucket.bucketId(), (long) amount.getValue() << unit.getValue().power);
        close();
        changed.run();
    }
}
