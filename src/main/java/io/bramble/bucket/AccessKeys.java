package io.bramble.bucket;

import io.bramble.account.InvalidField;
import io.bramble.account.Membership;
import io.bramble.storage.Credentials;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The access keys with which programs reach a bucket. */
@Component
public class AccessKeys {
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final KeyRows rows;
    private final BucketRows buckets;
    private final Allowances allowances;
    private final BucketWork work;
    private final Clock clock;

    AccessKeys(KeyRows rows, BucketRows buckets, Allowances allowances, BucketWork work, Clock clock) {
        this.rows = rows;
        this.buckets = buckets;
        this.allowances = allowances;
        this.work = work;
        this.clock = clock;
    }

    /** All keys of a bucket that people made, newest first. */
    @Transactional(readOnly = true)
    public List<KeyView> list(Membership acting, UUID bucketId) {
        Allowances.requireReader(acting);
        bucket(acting, bucketId);
        return rows.list(acting.accountId(), bucketId, clock.instant());
    }

    /** @throws KeyNotFound for an unknown key or another account's */
    @Transactional(readOnly = true)
    public KeyView get(Membership acting, UUID keyId) {
        Allowances.requireReader(acting);
        return rows.find(acting.accountId(), keyId, clock.instant()).orElseThrow(KeyNotFound::new);
    }

    /**
     * Makes a key. It works as soon as its state is ACTIVE; its secret is in this answer and nowhere else afterwards.
     *
     * @throws InvalidField for an expiry that has passed, or is more than 100 years ahead
     * @throws LimitReached when the account has all its keys
     * @throws BucketNotReady for a deleted bucket
     * @throws StandingForbids when the account may not write
     */
    @Transactional
    public IssuedKey issue(Membership acting, UUID bucketId, NewKey wish) {
        acting.requireWriter();
        var now = clock.instant();
        if (wish.expiresAt() != null
                && (!wish.expiresAt().isAfter(now) || wish.expiresAt().isAfter(now.plus(LONGEST))))
            throw new InvalidField("expiresAt", "Choose a moment in the future and within 100 years, or none.");
        var limit = allowances.lockForWriting(acting).limits().keys();
        var bucket = bucket(acting, bucketId);
        if (bucket.desired() == Bucket.Desired.ABSENT) throw new BucketNotReady(bucket.state());
        if (rows.countUsable(acting.accountId(), now) >= limit) throw new LimitReached("access keys", limit);
        var credentials = Credentials.random();
        var id = rows.insertCustomerKey(acting, bucketId, wish, credentials, now);
        work.wish(acting, bucketId, "key.issued", id.toString(), wish.name() + " " + wish.permission());
        return new IssuedKey(get(acting, id), credentials.secretKey());
    }

    /** Takes a key back: its requests, and the URLs it signed, are refused within seconds. Revoking twice is once. */
    @Transactional
    public void revoke(Membership acting, UUID keyId) {
        acting.requireWriter();
        var key = get(acting, keyId);
        if (rows.revoke(keyId)) work.wish(acting, key.bucketId(), "key.revoked", keyId.toString(), key.name());
    }

    private Bucket bucket(Membership acting, UUID id) {
        return buckets.find(acting.accountId(), id).orElseThrow(BucketNotFound::new);
    }
}
