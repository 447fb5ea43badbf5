package io.bramble.bucket;

import io.bramble.storage.Access;
import io.bramble.storage.Capability;
import io.bramble.storage.ListRequest;
import io.bramble.storage.ObjectStore;
import io.bramble.storage.ObjectVersion;
import io.bramble.storage.StoreException;
import io.bramble.storage.StoredObject;
import io.bramble.storage.VersionStore;
import io.bramble.work.Lease;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

/** Cuts all access to a deleted bucket; when its time to be restored is over, removes it for good. */
final class AbsentPass extends Pass {
    private static final int BATCH = 1000;
    /** One execution's share; the next goes on where the listing begins, since what is deleted is gone from it. */
    private static final int BATCHES = 10;

    AbsentPass(Seen seen, Stores stores, Lease lease, Clock clock) {
        super(seen, stores, lease, clock);
    }

    @Override
    Duration steps() {
        conditions = conditions.with(Bucket.VERIFIED, false, Bucket.EXPECTED, "Access is cut.", clock.instant());
        step(Bucket.ENGINE_READY, "The engine answers.", this::findEngine);
        if (bucket.purgeStartedAt() != null) return purge();
        step(Bucket.CONFIGURED, "All access is cut, everything is kept.", this::cut);
        return untilPurge();
    }

    private void cut() {
        if (isThere()) change().access(bucket.name(), Access.NONE);
        revokeTakenBack();
    }

    private Duration untilPurge() {
        var purgeAfter = Objects.requireNonNull(bucket.purgeAfter());
        var now = clock.instant();
        if (!purgeAfter.isAfter(now)) {
            purge = PassResult.Purge.BEGINS;
            return Duration.ZERO;
        }
        var rest = Duration.between(now, purgeAfter);
        var resync = Retry.resync(ThreadLocalRandom.current());
        return rest.compareTo(resync) < 0 ? rest : resync;
    }

    private Duration purge() {
        step(Bucket.CONFIGURED, "The bucket is being emptied.", this::purgeSome);
        return Duration.ZERO;
    }

    private void purgeSome() {
        if (isThere() && !emptied()) return;
        change().removeBucket(bucket.name(), owner());
        purge = PassResult.Purge.ENDED;
    }

    /** Every key but the console's own goes first: to list and delete, the bucket must be opened a little. */
    private boolean emptied() {
        var manage = console(Purpose.MANAGE);
        for (var key : admin().keys(bucket.name()))
            if (!key.accessKeyId().equals(manage.accessKeyId())) change().revokeKey(key.accessKeyId());
        change().ensureKey(manage.onBucket(bucket.name()));
        change().access(bucket.name(), Access.READ_ONLY);
        var store = storeOf(manage);
        for (var batch = 0; batch < BATCHES; batch++) if (removeBatch(store) == 0) return true;
        return false;
    }

    private int removeBatch(ObjectStore store) {
        if (stores.capabilities(bucket).has(Capability.VERSIONING)) return removeVersions(store.versions());
        var page = store.list(bucket.name(), ListRequest.subtree("", BATCH));
        var doomed = page.objects().stream().map(StoredObject::key).toList();
        if (doomed.isEmpty()) return 0;
        lease.check();
        var failures = store.deleteAll(bucket.name(), doomed);
        return removed(doomed.size(), failures.size());
    }

    /** Whether or not versions are kept now: old ones may be there. */
    private int removeVersions(VersionStore versions) {
        var page = versions.list(bucket.name(), "", null, BATCH);
        var doomed = page.versions().stream().map(ObjectVersion::id).toList();
        if (doomed.isEmpty()) return 0;
        lease.check();
        return removed(doomed.size(), versions.deleteAll(bucket.name(), doomed).size());
    }

    private int removed(int doomed, int failures) {
        purgedObjects += doomed - failures;
        if (failures == 0) return doomed;
        if (bucket.wished().objectLock()) throw new StillLocked();
        throw new StoreException.StoreUnavailable(failures + " objects could not be deleted", null);
    }

    private boolean isThere() {
        return admin().owner(bucket.name()).filter(owner()::equals).isPresent();
    }
}
