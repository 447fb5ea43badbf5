package io.bramble.ui.buckets;

import io.bramble.account.Membership;
import io.bramble.bucket.BucketState;
import io.bramble.bucket.BucketView;
import io.bramble.bucket.Buckets;
import io.bramble.bucket.Creation;
import io.bramble.bucket.Namespaces;
import io.bramble.ui.ScreenTest;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;

/** A screen about buckets, which the worker of the same process makes. */
abstract class BucketScreenTest extends ScreenTest {
    @Autowired
    Buckets buckets;

    @Autowired
    Namespaces namespaces;

    static String fresh(String name) {
        return name + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    BucketView bucket(Membership owner, String name) {
        var namespace = namespaces.list(owner).getFirst();
        return ((Creation.Accepted) buckets.create(owner, namespace.id(), name)).bucket();
    }

    BucketView readyBucket(String name) {
        var made = bucket(me(), fresh(name));
        var owner = me();
        eventually(() -> buckets.get(owner, made.id()).state() == BucketState.READY);
        return made;
    }

    static String page(BucketView bucket, String tab) {
        return "b/" + bucket.namespace() + "/" + bucket.name() + "/" + tab;
    }
}
