package io.bramble.ui.buckets;

import com.vaadin.flow.component.UI;
import io.bramble.account.Membership;
import io.bramble.bucket.BucketView;
import io.bramble.bucket.Buckets;
import io.bramble.metering.Stored;
import io.bramble.ui.parts.Dates;
import io.bramble.ui.parts.Notices;
import io.bramble.ui.parts.Numbers;
import io.bramble.ui.parts.TypedNameDialog;
import org.jspecify.annotations.Nullable;

/** Says what will be gone, and wants the bucket's name typed. */
class DeleteBucketDialog extends TypedNameDialog {
    private final transient Buckets buckets;
    private final Membership acting;
    private final BucketView bucket;

    DeleteBucketDialog(Buckets buckets, Membership acting, BucketView bucket, @Nullable Stored stored) {
        super("Delete " + bucket.name() + "?", "Delete bucket", bucket.name(), "delete", consequence(stored));
        this.buckets = buckets;
        this.acting = acting;
        this.bucket = bucket;
    }

    @Override
    protected void submit() {
        var before = buckets.get(acting, bucket.id()).purgeAfter();
        var purgeAfter = buckets.delete(acting, bucket.id(), name.getValue());
        close();
        UI.getCurrentOrThrow().navigate(BucketsView.class);
        var until = "You can restore it until " + Dates.day(purgeAfter) + ".";
        if (before == null) Notices.done("Deleted " + bucket.name() + ". " + until);
        else Notices.refused(bucket.name() + " was deleted already, on another page. " + until);
    }

    private static String consequence(@Nullable Stored stored) {
        var content = stored == null
                ? "Its content has not been measured yet."
                : "It holds " + Numbers.count(stored.objects(), "object") + ", " + Numbers.bytes(stored.bytes()) + ".";
        return content + " Programs and links lose access within seconds. You can restore it for 7 days; after that"
                + " everything in it is erased.";
    }
}
