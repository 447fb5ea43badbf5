package io.bramble.bucket;

import static java.util.stream.Collectors.toMap;

import io.bramble.storage.Access;
import io.bramble.storage.Capability;
import io.bramble.storage.KeyInfo;
import io.bramble.storage.ObjectStore;
import io.bramble.work.Lease;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Makes a bucket, and keeps it as its owner and their account's standing want it. */
final class PresentPass extends Pass {
    PresentPass(Seen seen, Stores stores, Lease lease, Clock clock) {
        super(seen, stores, lease, clock);
    }

    @Override
    Duration steps() {
        step(Bucket.ENGINE_READY, "The engine answers.", this::findEngine);
        step(Bucket.CONFIGURED, "The bucket is there, with its limit and access.", this::configure);
        step(Bucket.KEYS_READY, "All keys are in place.", this::bringKeys);
        verify();
        step(Bucket.IN_FORCE, "The bucket behaves as it is set.", this::bringSettings);
        return Retry.resync(ThreadLocalRandom.current());
    }

    /** What takes access away comes before what gives it. */
    private void configure() {
        if (bucket.wished().objectLock()) change().ensureLockableBucket(bucket.name(), owner());
        else change().ensureBucket(bucket.name(), owner());
        change().access(bucket.name(), accessByStanding());
        revokeTakenBack();
        var quota = Quota.onEngine(account.limits().storageBytes(), bucket.quotaBytes(), othersBytes);
        change().quota(bucket.name(), OptionalLong.of(quota));
        quotaOnEngine = quota;
    }

    private void bringKeys() {
        var onEngine = admin().keys(bucket.name()).stream().collect(toMap(KeyInfo::accessKeyId, key -> key));
        for (var key : keys) bring(key, onEngine.get(key.accessKeyId()));
    }

    private void bring(PassKey key, @Nullable KeyInfo onEngine) {
        switch (key.state()) {
            case PENDING -> {
                change().ensureKey(key.onBucket(bucket.name()));
                activated.add(key.id());
            }
            case ACTIVE -> {
                if (key.credentials() != null && !key.isAs(onEngine)) change().ensureKey(key.onBucket(bucket.name()));
                else if (onEngine == null && !expired(key)) lost.add(key.id());
            }
            case REVOKING, REVOKED, EXPIRED, LOST -> {}
        }
    }

    private boolean expired(PassKey key) {
        return key.expiresAt() != null && !key.expiresAt().isAfter(clock.instant());
    }

    /** By the public door, once after each time access was made; an account that may not write is not tried. */
    private void verify() {
        if (conditions.isTrue(Bucket.VERIFIED)) return;
        if (accessByStanding() == Access.READ_WRITE) {
            step(Bucket.VERIFIED, "A test object was written, read and deleted.", this::probe);
            return;
        }
        conditions = conditions.with(
                Bucket.VERIFIED,
                false,
                "Standing",
                "The account may not write, so the bucket is not tested. It continues by itself.",
                clock.instant());
    }

    /** After the test of the bucket, whose object would else be locked by the bucket's retention. */
    private void bringSettings() {
        new InForce(stores.capabilities(bucket), admin().settings(bucket.name()), () -> change().settings(
                                bucket.name()))
                .bring(bucket.wished(), stores.cors(bucket));
    }

    private void probe() {
        lease.check();
        Canary.probe(
                bucket.name(),
                new Canary.Ways(
                        publicly(console(Purpose.UPLOAD)),
                        publicly(console(Purpose.DOWNLOAD)),
                        publicly(console(Purpose.MANAGE))),
                stores.capabilities(bucket).has(Capability.VERSIONING));
        opened = admin().traffic(bucket.name());
    }

    private ObjectStore publicly(PassKey key) {
        return stores.openAsPublic(bucket, key.onBucket(bucket.name()).credentials());
    }
}
