package io.bramble.bucket;

import io.bramble.account.Account;
import io.bramble.provisioning.Conditions;
import io.bramble.provisioning.EngineUnavailable;
import io.bramble.storage.Access;
import io.bramble.storage.NodeTraffic;
import io.bramble.storage.ObjectStore;
import io.bramble.storage.StoreAdmin;
import io.bramble.work.Lease;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * One pass over a bucket: from whatever is to what should be. Writes no row; may be repeated, and ended, at any step.
 * {@link PresentPass} makes and keeps, {@link AbsentPass} cuts and removes.
 */
abstract sealed class Pass permits PresentPass, AbsentPass {
    final Bucket bucket;
    final Account account;
    final List<PassKey> keys;
    final long othersBytes;
    final Stores stores;
    final Lease lease;
    final Clock clock;
    final List<UUID> activated = new ArrayList<>();
    final List<UUID> revoked = new ArrayList<>();
    final List<UUID> lost = new ArrayList<>();
    Conditions conditions;

    @Nullable
    List<NodeTraffic> opened;

    PassResult.Purge purge = PassResult.Purge.NONE;
    /** What the engine was told that the bucket may hold. */
    @Nullable
    Long quotaOnEngine;

    long purgedObjects;

    /**
     * What a pass is about, as the database had it when the pass began.
     *
     * @param othersBytes what the account's other buckets hold
     */
    record Seen(Bucket bucket, Account account, List<PassKey> keys, long othersBytes) {}

    Pass(Seen seen, Stores stores, Lease lease, Clock clock) {
        bucket = seen.bucket();
        account = seen.account();
        keys = seen.keys();
        othersBytes = seen.othersBytes();
        this.stores = stores;
        this.lease = lease;
        this.clock = clock;
        conditions = bucket.conditions();
    }

    static Pass over(Seen seen, Stores stores, Lease lease, Clock clock) {
        return switch (seen.bucket().desired()) {
            case PRESENT -> new PresentPass(seen, stores, lease, clock);
            case ABSENT -> new AbsentPass(seen, stores, lease, clock);
        };
    }

    /** Goes as far as it can. */
    abstract Duration steps();

    final PassResult run() {
        try {
            return result(0, steps());
        } catch (StepFailed failed) {
            var random = ThreadLocalRandom.current();
            return switch (failed.kind()) {
                case WAITING -> result(0, Retry.waiting(engineAwaySince(), clock.instant()));
                case RETRYING -> result(bucket.attempts() + 1, Retry.afterFailure(bucket.attempts(), random));
                case FAILED -> result(bucket.attempts() + 1, Retry.resync(random));
            };
        }
    }

    final void step(String condition, String done, Runnable work) {
        try {
            work.run();
            conditions = conditions.with(condition, true, "Done", done, clock.instant());
        } catch (RuntimeException cause) {
            var failed = StepFailed.of(cause, bucket);
            conditions = conditions.with(condition, false, failed.kind().reason(), failed.message(), clock.instant());
            throw failed;
        }
    }

    final StoreAdmin admin() {
        return stores.admin(bucket);
    }

    /** For what changes something: a worker that froze and was found dead must not undo what another has done since. */
    final StoreAdmin change() {
        lease.check();
        return admin();
    }

    /** Under which the engine keeps the bucket: one of that name that another has made is never touched. */
    final String owner() {
        return bucket.id().toString();
    }

    final void findEngine() {
        var health = admin().health();
        if (!health.ok()) throw new EngineUnavailable("The storage engine is not well.");
    }

    final Access accessByStanding() {
        if (account.standing().writes()) return Access.READ_WRITE;
        return account.standing().reads() ? Access.READ_ONLY : Access.NONE;
    }

    final void revokeTakenBack() {
        for (var key : keys) {
            if (key.state() != KeyState.REVOKING) continue;
            change().revokeKey(key.accessKeyId());
            revoked.add(key.id());
        }
    }

    final PassKey console(Purpose purpose) {
        return keys.stream().filter(key -> key.purpose() == purpose).findFirst().orElseThrow();
    }

    final ObjectStore storeOf(PassKey key) {
        return stores.open(bucket, key.onBucket(bucket.name()).credentials());
    }

    private Instant engineAwaySince() {
        var ready = conditions.get(Bucket.ENGINE_READY);
        return ready == null ? clock.instant() : ready.since();
    }

    private PassResult result(int attempts, Duration pause) {
        return new PassResult(
                conditions,
                attempts,
                clock.instant().plus(pause),
                activated,
                revoked,
                lost,
                opened,
                quotaOnEngine,
                purge,
                purgedObjects);
    }
}
