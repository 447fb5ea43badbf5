package io.bramble.ui.buckets;

import com.vaadin.flow.router.RouteParameters;
import io.bramble.bucket.BucketNotFound;
import io.bramble.bucket.BucketView;
import io.bramble.bucket.Buckets;
import io.bramble.security.CurrentUser;
import org.springframework.stereotype.Component;

/** The bucket that a page's address names. */
@Component
public class OpenBucket {
    private final Buckets buckets;
    private final CurrentUser currentUser;

    OpenBucket(Buckets buckets, CurrentUser currentUser) {
        this.buckets = buckets;
        this.currentUser = currentUser;
    }

    /** @throws BucketNotFound also for another account's bucket; the console then shows that there is nothing */
    public BucketView of(RouteParameters address) {
        return buckets.find(
                currentUser.membership(),
                address.get("namespace").orElse(""),
                address.get("bucket").orElse(""));
    }
}
