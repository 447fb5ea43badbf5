package io.bramble.ui.buckets;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.bramble.account.Membership;
import io.bramble.account.Role;
import io.bramble.bucket.BucketBehaviour;
import io.bramble.bucket.BucketChanges;
import io.bramble.bucket.BucketState;
import io.bramble.bucket.BucketView;
import io.bramble.bucket.Buckets;
import io.bramble.bucket.ObjectJobs;
import io.bramble.bucket.Settings;
import io.bramble.metering.Usage;
import io.bramble.security.CurrentUser;
import io.bramble.ui.parts.CopyField;
import io.bramble.ui.parts.Dates;
import io.bramble.ui.parts.Facts;
import io.bramble.ui.parts.Live;
import io.bramble.ui.parts.Panel;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;

/** A bucket's address, how it behaves, and the way to delete it. */
@Route(value = "settings", layout = BucketLayout.class)
@PermitAll
class SettingsView extends Div implements BeforeEnterObserver {
    private final transient Buckets buckets;
    private final transient Settings settings;
    private final transient ObjectJobs jobs;
    private final transient Usage usage;
    private final transient OpenBucket openBucket;
    private final Membership acting;
    private @Nullable BucketView shown;
    private transient @Nullable BucketBehaviour behaviour;

    SettingsView(
            Buckets buckets,
            Settings settings,
            ObjectJobs jobs,
            Usage usage,
            OpenBucket openBucket,
            BucketChanges changes,
            CurrentUser currentUser) {
        this.buckets = buckets;
        this.settings = settings;
        this.jobs = jobs;
        this.usage = usage;
        this.openBucket = openBucket;
        this.acting = currentUser.membership();
        addClassName("tab");
        Live.follow(this, changes, acting.accountId(), this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(openBucket.of(event.getRouteParameters()));
    }

    /** A bucket deleted on another page is not offered for deletion here. */
    private void refresh() {
        if (shown != null) show(buckets.find(acting, shown.namespace(), shown.name()));
    }

    private void show(BucketView bucket) {
        var behaves = settings.get(acting, bucket.id());
        if (bucket.equals(shown) && behaves.equals(behaviour)) return;
        shown = bucket;
        behaviour = behaves;
        removeAll();
        add(createAddress(bucket));
        if (bucket.purgeAfter() == null) add(new BehaviourPanels(settings, buckets, acting, behaves, this::refresh));
        if (bucket.state() == BucketState.READY && acting.role().writes()) add(new CleanUpNow(jobs, acting, behaves));
        add(createAbout(bucket));
        var mayDelete = acting.role() == Role.OWNER || acting.role() == Role.ADMIN;
        if (mayDelete && bucket.state() == BucketState.READY) add(createEmpty(bucket, behaves));
        if (mayDelete && bucket.state() != BucketState.DELETED && bucket.state() != BucketState.PURGING)
            add(createDanger(bucket));
    }

    private static Panel createAddress(BucketView bucket) {
        return new Panel(
                        "Address",
                        new Facts()
                                .fact("Endpoint", new CopyField("endpoint", bucket.endpoint()))
                                .fact("Bucket", new CopyField("bucket", bucket.name()))
                                .fact("Region", new CopyField("region", bucket.region()))
                                .fact("URL", new CopyField("URL", bucket.url()))
                                .fact("Addressing", "Path style"))
                .withLine("What programs are configured with.");
    }

    private static Panel createAbout(BucketView bucket) {
        return new Panel(
                "About",
                new Facts().fact("Namespace", bucket.namespace()).fact("Created", Dates.exact(bucket.createdAt())));
    }

    private Panel createDanger(BucketView bucket) {
        var delete = new Button("Delete bucket …", _ -> askToDelete(bucket));
        delete.addThemeVariants(ButtonVariant.ERROR);
        var panel = new Panel("Delete this bucket").withAction(delete);
        panel.withLine("All access is cut within seconds. For 7 days you can undo it, then everything is erased.");
        panel.addClassName("danger");
        return panel;
    }

    private Panel createEmpty(BucketView bucket, BucketBehaviour behaves) {
        var empty = new Button("Empty bucket …", _ -> new EmptyBucketDialog(jobs, acting, bucket, behaves).open());
        empty.addThemeVariants(ButtonVariant.ERROR);
        var panel = new Panel("Empty this bucket").withAction(empty);
        panel.withLine("Deletes every file in it; the bucket itself stays, with its keys and its settings.");
        panel.addClassName("danger");
        return panel;
    }

    private void askToDelete(BucketView bucket) {
        new DeleteBucketDialog(buckets, acting, bucket, usage.stored(acting).get(bucket.id())).open();
    }
}
