package io.bramble.ui.buckets;

import io.bramble.account.Membership;
import io.bramble.bucket.AccessKeys;
import io.bramble.bucket.BucketChanges;
import io.bramble.bucket.BucketView;
import io.bramble.bucket.Buckets;
import io.bramble.bucket.Namespaces;
import io.bramble.bucket.Settings;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** The way to a new bucket: a dialog for its name, then one that waits until it is ready and offers the first key. */
@Component
class NewBuckets {
    private final Buckets buckets;
    private final Namespaces namespaces;
    private final Settings settings;
    private final AccessKeys keys;
    private final BucketChanges changes;
    private final Clock clock;

    NewBuckets(
            Buckets buckets,
            Namespaces namespaces,
            Settings settings,
            AccessKeys keys,
            BucketChanges changes,
            Clock clock) {
        this.buckets = buckets;
        this.namespaces = namespaces;
        this.settings = settings;
        this.keys = keys;
        this.changes = changes;
        this.clock = clock;
    }

    void open(Membership acting) {
        new NewBucketDialog(buckets, namespaces, settings, acting, made -> await(acting, made)).open();
    }

    private void await(Membership acting, BucketView made) {
        var waiting = new BucketReadyDialog(buckets, changes, acting, made);
        waiting.offer(() -> new NewKeyDialog(keys, changes, clock, acting, made).open());
        waiting.open();
    }
}
