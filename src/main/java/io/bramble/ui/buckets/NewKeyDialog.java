package io.bramble.ui.buckets;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.bramble.account.InvalidField;
import io.bramble.account.Membership;
import io.bramble.bucket.AccessKeys;
import io.bramble.bucket.BucketChanges;
import io.bramble.bucket.BucketView;
import io.bramble.bucket.NewKey;
import io.bramble.storage.Permission;
import io.bramble.ui.parts.Dates;
import io.bramble.ui.parts.DayField;
import io.bramble.ui.parts.FormDialog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a new key is called, may do, and until when. */
class NewKeyDialog extends FormDialog {
    private final transient AccessKeys keys;
    private final transient BucketChanges changes;
    private final transient Clock clock;
    private final Membership acting;
    private final BucketView bucket;
    private final TextField name = new TextField("Name");
    private final RadioButtonGroup<Permission> permission = new RadioButtonGroup<>("It may");
    private final TextField prefix = new TextField("Only below");
    private final Select<Lifetime> lifetime = new Select<>("Expires");
    private final DayField date = new DayField("Last day", null);

    private enum Lifetime {
        NEVER("Never", 0),
        WEEK("In 7 days", 7),
        MONTH("In 30 days", 30),
        QUARTER("In 90 days", 90),
        DATE("On a day …", 0);

        private final String text;
        private final int days;

        Lifetime(String text, int days) {
            this.text = text;
            this.days = days;
        }
    }

    NewKeyDialog(AccessKeys keys, BucketChanges changes, Clock clock, Membership acting, BucketView bucket) {
        super("Create key", "Create");
        this.keys = keys;
        this.changes = changes;
        this.clock = clock;
        this.acting = acting;
        this.bucket = bucket;
        addField("name", createName());
        addField("permission", createPermission());
        addField("prefix", createPrefix());
        addField("expiresAt", createLifetime());
        addField("date", createDate());
    }

    @Override
    protected void submit() {
        var wish = new NewKey(
                name.getValue(), permission.getValue(), prefix.getValue().strip(), expiry());
        var issued = keys.issue(acting, bucket.id(), wish);
        close();
        new KeyReadyDialog(keys, changes, acting, bucket, issued).open();
    }

    private @Nullable Instant expiry() {
        return switch (lifetime.getValue()) {
            case NEVER -> null;
            case DATE -> endOfDay();
            case WEEK, MONTH, QUARTER -> clock.instant().plus(Duration.ofDays(lifetime.getValue().days));
        };
    }

    private Instant endOfDay() {
        if (date.getValue() == null) throw new InvalidField("date", "Choose the last day on which the key works.");
        return date.getValue().plusDays(1).atStartOfDay(Dates.zone()).toInstant();
    }

    private TextField createName() {
        name.setPlaceholder("Backup of the office");
        name.setValueChangeMode(ValueChangeMode.EAGER);
        name.setAutofocus(true);
        return name;
    }

    private RadioButtonGroup<Permission> createPermission() {
        permission.setItems(Permission.READ_WRITE, Permission.READ, Permission.WRITE);
        permission.setValue(Permission.READ_WRITE);
        permission.addClassName("column");
        permission.setItemLabelGenerator(choice -> switch (choice) {
            case READ_WRITE -> "Read, write and delete";
            case READ -> "Read only: list and download";
            case WRITE -> "Write only: upload, see nothing, delete nothing";
        });
        return permission;
    }

    private TextField createPrefix() {
        prefix.setPlaceholder("the whole bucket");
        prefix.setHelperText("A path such as backups/ keeps the key to what begins with it.");
        prefix.setValueChangeMode(ValueChangeMode.EAGER);
        return prefix;
    }

    private Select<Lifetime> createLifetime() {
        lifetime.setItems(Lifetime.values());
        lifetime.setItemLabelGenerator(choice -> choice.text);
        lifetime.setValue(Lifetime.NEVER);
        lifetime.addValueChangeListener(choice -> date.setVisible(choice.getValue() == Lifetime.DATE));
        return lifetime;
    }

    private DayField createDate() {
        date.setVisible(false);
        date.setMin(clock.instant().atZone(Dates.zone()).toLocalDate());
        return date;
    }
}
