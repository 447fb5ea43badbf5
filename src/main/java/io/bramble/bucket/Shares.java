package io.bramble.bucket;

import com.github.f4b6a3.uuid.UuidCreator;
import io.bramble.account.InvalidField;
import io.bramble.account.Membership;
import io.bramble.audit.Audit;
import io.bramble.secrets.Passwords;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Links to parts of a bucket, as the members see them who made them. They outlive the sign-in of their makers. */
@Component
public class Shares {
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int MOST = 1000;

    private final ShareRows rows;
    private final BucketRows buckets;
    private final Allowances allowances;
    private final Audit audit;
    private final Clock clock;

    Shares(ShareRows rows, BucketRows buckets, Allowances allowances, Audit audit, Clock clock) {
        this.rows = rows;
        this.buckets = buckets;
        this.allowances = allowances;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Links into a bucket, newest first; those that ended a month ago are forgotten.
     *
     * @param offset how many to leave out
     * @param limit how many at most
     */
    @Transactional(readOnly = true)
    public List<Share> list(Membership acting, UUID bucketId, int offset, int limit) {
        acting.requireWriter(); // whoever sees a link may use it
        bucket(acting, bucketId);
        return rows.list(acting.accountId(), bucketId, offset, limit, clock.instant());
    }

    /** @throws ShareNotFound for an unknown link or another account's */
    @Transactional(readOnly = true)
    public Share get(Membership acting, UUID shareId) {
        acting.requireWriter();
        return rows.find(acting.accountId(), shareId, clock.instant()).orElseThrow(ShareNotFound::new);
    }

    /**
     * Makes a link.
     *
     * @throws InvalidField for an end that has passed, or is more than a year ahead
     * @throws LimitReached when the account has 1,000 links that work
     * @throws BucketNotReady for a bucket that is being made or deleted
     * @throws StandingForbids when the account may not write
     */
    @Transactional
    public Share create(Membership acting, UUID bucketId, NewShare wish) {
        acting.requireWriter();
        var now = clock.instant();
        requireSoon(wish.expiresAt(), now);
        var hash = wish.password() == null ? null : Passwords.hash(wish.password()); // slow, so before the lock
        allowances.lockForWriting(acting);
        var bucket = bucket(acting, bucketId);
        if (bucket.state() != BucketState.READY) throw new BucketNotReady(bucket.state());
        requireRoom(acting, now);
        var id = UuidCreator.getTimeOrderedEpoch();
        rows.insert(acting, id, bucketId, wish, ShareTokens.random(), hash, now);
        audit.append(acting.accountId(), acting.actor(), "share.created", bucketId.toString(), what(wish));
        return get(acting, id);
    }

    /**
     * Lets a link work until another moment, also one that has expired.
     *
     * @throws InvalidField for a revoked link, or for an end as in {@link #create}
     * @throws LimitReached as {@link #create}
     * @throws StandingForbids when the account may not write
     */
    @Transactional
    public Share extend(Membership acting, UUID shareId, Instant expiresAt) {
        acting.requireWriter();
        var now = clock.instant();
        requireSoon(expiresAt, now);
        allowances.lockForWriting(acting);
        var share = get(acting, shareId);
        if (share.state() == Share.State.REVOKED)
            throw new InvalidField("expiresAt", "This link was revoked. Make another one.");
        if (share.state() == Share.State.EXPIRED) requireRoom(acting, now);
        rows.extend(shareId, expiresAt);
        audit.append(
                acting.accountId(),
                acting.actor(),
                "share.extended",
                share.bucketId().toString(),
                share.name());
        return get(acting, shareId);
    }

    /** Ends a link at once; what it has handed out dies within minutes. Revoking twice is once. */
    @Transactional
    public void revoke(Membership acting, UUID shareId) {
        var share = get(acting, shareId);
        if (rows.revoke(shareId, clock.instant()))
            audit.append(
                    acting.accountId(),
                    acting.actor(),
                    "share.revoked",
                    share.bucketId().toString(),
                    share.name());
    }

    private void requireRoom(Membership acting, Instant now) {
        if (rows.countActive(acting.accountId(), now) >= MOST) throw new LimitReached("links that work", MOST);
    }

    private static void requireSoon(Instant expiresAt, Instant now) {
        if (!expiresAt.isAfter(now) || expiresAt.isAfter(now.plus(LONGEST)))
            throw new InvalidField("expiresAt", "Choose a moment in the future and within a year.");
    }

    private static String what(NewShare wish) {
        var path = wish.path().isEmpty() ? "the whole bucket" : wish.path();
        return wish.name() + ": " + path + (wish.kind() == Share.Kind.UPLOAD ? ", to send files" : "");
    }

    private Bucket bucket(Membership acting, UUID id) {
        return buckets.find(acting.accountId(), id).orElseThrow(BucketNotFound::new);
    }
}
