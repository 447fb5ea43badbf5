package io.bramble.ui.parts;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;
import io.bramble.account.InvalidField;
import io.bramble.account.Membership;
import io.bramble.bucket.LimitReached;
import io.bramble.bucket.NameReserved;
import io.bramble.bucket.NameTaken;
import io.bramble.bucket.Namespace;
import io.bramble.bucket.Namespaces;

/** Takes a namespace for the account. */
public final class ClaimDialog extends FormDialog {
    private final transient Namespaces namespaces;
    private final Membership acting;
    private final SerializableConsumer<Namespace> claimed;
    private final TextField name = new TextField("Name");

    public ClaimDialog(Namespaces namespaces, Membership acting, SerializableConsumer<Namespace> claimed) {
        super("Claim a namespace", "Claim");
        this.namespaces = namespaces;
        this.acting = acting;
        this.claimed = claimed;
        name.setHelperText("A name that your buckets live under. Unique here; it stays yours.");
        name.setValueChangeMode(ValueChangeMode.EAGER);
        name.setAutofocus(true);
        addField("name", name);
    }

    @Override
    protected void submit() {
        try {
            claimed.accept(namespaces.claim(acting, name.getValue().strip()));
            close();
        } catch (NameTaken | NameReserved | LimitReached refusal) {
            throw new InvalidField("name", String.valueOf(refusal.getMessage()));
        }
    }
}
