package io.bramble.bucket;

import io.bramble.account.Membership;
import io.bramble.audit.Audit;
import io.bramble.storage.ObjectStore;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets members into a bucket's files: checks in a short transaction, which is over before anything remote begins. */
@Component
class Doors {
    private final BucketRows rows;
    private final KeyRows keys;
    private final Allowances allowances;
    private final Stores stores;
    private final Audit audit;

    Doors(BucketRows rows, KeyRows keys, Allowances allowances, Stores stores, Audit audit) {
        this.rows = rows;
        this.keys = keys;
        this.allowances = allowances;
        this.stores = stores;
        this.audit = audit;
    }

    /** A bucket and the store as one of the console's keys sees it. */
    record Door(Bucket bucket, ObjectStore store) {
        String name() {
            return bucket.name();
        }
    }

    @Transactional(readOnly = true)
    public Door toRead(Membership acting, UUID bucketId, Purpose purpose) {
        Allowances.requireReader(acting);
        allowances.forReading(acting);
        return open(usable(acting, bucketId), purpose);
    }

    @Transactional(readOnly = true)
    public Door toWrite(Membership acting, UUID bucketId) {
        acting.requireWriter();
        allowances.forWriting(acting);
        return open(usable(acting, bucketId), Purpose.MANAGE);
    }

    /** Deleting needs no leave to write: a read-only account may make room. */
    @Transactional
    public Door toDelete(Membership acting, UUID bucketId, String action, String detail) {
        acting.requireWriter();
        allowances.forReading(acting);
        var bucket = usable(acting, bucketId);
        audit.append(acting.accountId(), acting.actor(), action, bucketId.toString(), detail);
        return open(bucket, Purpose.MANAGE);
    }

    /** As {@link #open}, in a transaction of its own. */
    @Transactional(readOnly = true)
    public Door openFor(Bucket bucket, Purpose purpose) {
        return open(bucket, purpose);
    }

    /** For work in the background, which looks again when it begins. */
    Bucket forJob(Membership acting, UUID bucketId, boolean writes) {
        acting.requireWriter();
        if (writes) allowances.forWriting(acting);
        else allowances.forReading(acting);
        return usable(acting, bucketId);
    }

    Door open(Bucket bucket, Purpose purpose) {
        var credentials = keys.console(bucket.id(), purpose).orElseThrow(() -> new BucketNotReady(bucket.state()));
        return new Door(bucket, stores.open(bucket, credentials));
    }

    private Bucket usable(Membership acting, UUID bucketId) {
        var bucket = rows.find(acting.accountId(), bucketId).orElseThrow(BucketNotFound::new);
        if (bucket.state() != BucketState.READY) throw new BucketNotReady(bucket.state());
        return bucket;
    }
}
