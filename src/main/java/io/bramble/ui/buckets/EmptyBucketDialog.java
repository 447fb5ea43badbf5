package io.bramble.ui.buckets;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.bramble.account.Membership;
import io.bramble.bucket.BucketBehaviour;
import io.bramble.bucket.BucketView;
import io.bramble.bucket.ObjectJobs;
import io.bramble.storage.Capability;
import io.bramble.ui.parts.FormDialog;
import io.bramble.ui.parts.Notices;

/** Deletes all that is in a bucket, which stays; wants its name typed. */
class EmptyBucketDialog extends FormDialog {
    private final transient ObjectJobs jobs;
    private final Membership acting;
    private final BucketView bucket;
    private final TextField name;
    private final Checkbox versions = new Checkbox("Also old versions, so that nothing can be brought back");

    EmptyBucketDialog(ObjectJobs jobs, Membership acting, BucketView bucket, BucketBehaviour behaviour) {
        super("Empty " + bucket.name() + "?", "Delete everything in it");
        this.jobs = jobs;
        this.acting = acting;
        this.bucket = bucket;
        this.name = new TextField("Type " + bucket.name() + " to empty it");
        verb.addThemeVariants(ButtonVariant.ERROR);
        verb.setEnabled(false);
        name.setValueChangeMode(ValueChangeMode.EAGER);
        name.setAutofocus(true);
        name.addValueChangeListener(
                typed -> verb.setEnabled(typed.getValue().strip().equals(bucket.name())));
        addText(new Paragraph("Every file goes. The bucket, its keys and its settings stay."));
        addField("name", name);
        versions.setVisible(behaviour.capabilities().has(Capability.VERSIONING));
        addField("versions", versions);
    }

    @Override
    protected void submit() {
        jobs.empty(acting, bucket.id(), name.getValue(), versions.getValue());
        close();
        Notices.done("Emptying " + bucket.name() + ". The files page shows how far it is, and the way back.");
    }
}
