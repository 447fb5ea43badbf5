package io.bramble.ui.buckets;

import com.vaadin.flow.component.checkbox.Checkbox;
import io.bramble.account.Membership;
import io.bramble.bucket.BucketBehaviour;
import io.bramble.bucket.BucketView;
import io.bramble.bucket.ObjectJobs;
import io.bramble.storage.Capability;
import io.bramble.ui.parts.Notices;
import io.bramble.ui.parts.TypedNameDialog;

/** Deletes all that is in a bucket, which stays; wants its name typed. */
public final class EmptyBucketDialog extends TypedNameDialog {
    private final transient ObjectJobs jobs;
    private final Membership acting;
    private final BucketView bucket;
    private final Checkbox versions = new Checkbox("Also old versions, so that nothing can be brought back");

    public EmptyBucketDialog(ObjectJobs jobs, Membership acting, BucketView bucket, BucketBehaviour behaviour) {
        super(
                "Empty " + bucket.name() + "?",
                "Delete everything in it",
                bucket.name(),
                "empty",
                "Every file goes. The bucket, its keys and its settings stay.");
        this.jobs = jobs;
        this.acting = acting;
        this.bucket = bucket;
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
