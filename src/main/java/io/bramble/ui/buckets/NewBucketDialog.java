package io.bramble.ui.buckets;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;
import io.bramble.account.Membership;
import io.bramble.bucket.BucketView;
import io.bramble.bucket.Buckets;
import io.bramble.bucket.Creation;
import io.bramble.bucket.NameCheck;
import io.bramble.bucket.Namespace;
import io.bramble.bucket.Namespaces;
import io.bramble.bucket.NewBucket;
import io.bramble.bucket.Settings;
import io.bramble.storage.Capability;
import io.bramble.ui.parts.ClaimDialog;
import io.bramble.ui.parts.FormDialog;
import java.util.List;

/** A name for a bucket, checked while it is typed. */
class NewBucketDialog extends FormDialog {
    private final transient Buckets buckets;
    private final transient Namespaces namespaces;
    private final transient Settings settings;
    private final Membership acting;
    private final SerializableConsumer<BucketView> made;
    private final TextField name = new TextField("Name");
    private final Select<Namespace> namespace = new Select<>("Namespace");
    private final Checkbox objectLock = new Checkbox("Objects can be locked against deletion");
    private final Div verdict = new Div();

    NewBucketDialog(
            Buckets buckets,
            Namespaces namespaces,
            Settings settings,
            Membership acting,
            SerializableConsumer<BucketView> made) {
        super("Create bucket", "Create");
        this.buckets = buckets;
        this.namespaces = namespaces;
        this.settings = settings;
        this.acting = acting;
        this.made = made;
        addField("name", createName());
        addField("namespace", createNamespace());
        objectLock.setHelperText(
                "Keeps every version, and can lock new objects for some days. This cannot be decided later.");
        addField("objectLock", objectLock);
        showNamespaces(namespaces.list(acting));
    }

    @Override
    protected void submit() {
        var wish = new NewBucket(name.getValue().strip(), objectLock.isVisible() && objectLock.getValue());
        switch (buckets.create(acting, namespace.getValue().id(), wish)) {
            case Creation.Accepted(var bucket) -> {
                close();
                made.accept(bucket);
            }
            case Creation.NameTaken taken -> taken(taken.message(), taken.suggestion());
            case Creation.NameReserved reserved -> refuse(reserved.message());
            case Creation.LimitReached(var limit) ->
                refuse("Your plan has room for " + limit
                        + " buckets. Delete one, or ask the operator for a larger plan.");
        }
    }

    private TextField createName() {
        name.setPlaceholder("photos");
        name.setAutofocus(true);
        name.setValueChangeMode(ValueChangeMode.LAZY);
        name.setValueChangeTimeout(250);
        name.setManualValidation(true);
        name.setHelperComponent(verdict);
        name.getElement().setAttribute("autocapitalize", "none");
        name.getElement().setAttribute("spellcheck", "false");
        name.addValueChangeListener(_ -> check());
        verdict.addClassName("verdict");
        verdict.getElement().setAttribute("aria-live", "polite");
        verdict.setText("3 to 63 lower-case letters, digits and hyphens.");
        return name;
    }

    private Select<Namespace> createNamespace() {
        namespace.setItemLabelGenerator(Namespace::name);
        namespace.addValueChangeListener(_ -> offer());
        var claim = new Button("New namespace …", _ -> new ClaimDialog(namespaces, acting, this::claimed).open());
        claim.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        namespace.setHelperComponent(new Div(new Span("The name that your buckets live under. "), claim));
        return namespace;
    }

    private void showNamespaces(List<Namespace> all) {
        namespace.setItems(all);
        namespace.setValue(all.getFirst());
    }

    private void claimed(Namespace claimed) {
        showNamespaces(namespaces.list(acting));
        namespace.setValue(claimed);
    }

    /** What the engine of another namespace lacks is not offered. */
    private void offer() {
        var chosen = namespace.getValue();
        objectLock.setVisible(
                chosen != null && settings.offered(acting, chosen.id()).has(Capability.OBJECT_LOCK));
        check();
    }

    private void check() {
        name.setInvalid(false);
        if (name.getValue().isBlank() || namespace.getValue() == null) return;
        switch (buckets.check(acting, namespace.getValue().id(), name.getValue().strip())) {
            case NameCheck.Free(var url) -> free(url);
            case NameCheck.Invalid(var message) -> refuse(message);
            case NameCheck.Reserved(var message) -> refuse(message);
            case NameCheck.Taken(var message, var suggestion) -> taken(message, suggestion);
        }
    }

    private void free(String url) {
        var yes = new Span("Free. ");
        yes.addClassName("free");
        verdict.removeAll();
        verdict.add(yes, new Span(url));
    }

    private void refuse(String message) {
        verdict.removeAll();
        name.setErrorMessage(message);
        name.setInvalid(true);
    }

    private void taken(String message, String suggestion) {
        refuse(message);
        var use = new Button("Use " + suggestion, _ -> name.setValue(suggestion));
        use.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        verdict.add(use);
    }
}
