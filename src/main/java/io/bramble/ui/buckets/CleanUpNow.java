package io.bramble.ui.buckets;

import com.vaadin.flow.component.Composite;
import io.bramble.account.Membership;
import io.bramble.bucket.BucketBehaviour;
import io.bramble.bucket.ObjectJobs;
import io.bramble.storage.Capability;
import io.bramble.ui.parts.Notices;
import io.bramble.ui.parts.Panel;
import io.bramble.ui.parts.Question;

/** What is invisible and yet stored, to be removed at once. */
class CleanUpNow extends Composite<Panel> {
    private static final String SHOWN = " The files page shows how far it is.";

    private final transient ObjectJobs jobs;
    private final Membership acting;
    private final transient BucketBehaviour bucket;

    CleanUpNow(ObjectJobs jobs, Membership acting, BucketBehaviour bucket) {
        this.jobs = jobs;
        this.acting = acting;
        this.bucket = bucket;
        var panel = getContent();
        panel.withLine("What no list of files shows counts as stored all the same.");
        if (bucket.capabilities().has(Capability.VERSIONING))
            panel.add(new Line("Old versions, and the marks of deleted files").with("Clear …", this::askToClear));
        panel.add(new Line("Unfinished uploads").with("Give up …", this::askToAbort));
    }

    @Override
    protected Panel initContent() {
        return new Panel("Clean up now");
    }

    private void askToClear() {
        new Question(
                        "Clear old versions?",
                        "Files stay as they are now. What was overwritten or deleted cannot be brought back any more.",
                        "Clear old versions",
                        () -> {
                            jobs.clearVersions(acting, bucket.bucketId(), "");
                            Notices.done("Clearing old versions." + SHOWN);
                        })
                .open();
    }

    private void askToAbort() {
        new Question(
                        "Give up unfinished uploads?",
                        "Also those that a program or another page is sending at this moment; they have to begin again.",
                        "Give up uploads",
                        () -> {
                            jobs.abortUploads(acting, bucket.bucketId(), "");
                            Notices.done("Giving up unfinished uploads." + SHOWN);
                        })
                .open();
    }
}
