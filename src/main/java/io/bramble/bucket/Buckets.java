package io.bramble.bucket;

import com.github.f4b6a3.uuid.UuidCreator;
import io.bramble.account.InvalidField;
import io.bramble.account.Membership;
import io.bramble.account.Role;
import io.bramble.storage.Capability;
import io.bramble.storage.StoreException.NotSupportedByEngine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Buckets as their owners wish them; passes of the worker make the wishes true. */
@Component
public class Buckets {
    /** How long a deleted bucket can be restored. */
    public static final Duration UNDO = Duration.ofDays(7);

    private final BucketRows rows;
    private final BucketNames names;
    private final BucketViews views;
    private final KeyRows keys;
    private final Allowances allowances;
    private final BucketWork work;
    private final Clock clock;

    Buckets(
            BucketRows rows,
            BucketNames names,
            BucketViews views,
            KeyRows keys,
            Allowances allowances,
            BucketWork work,
            Clock clock) {
        this.rows = rows;
        this.names = names;
        this.views = views;
        this.keys = keys;
        this.allowances = allowances;
        this.work = work;
        this.clock = clock;
    }

    /** Tells while somebody types whether a bucket could have this name. */
    @Transactional(readOnly = true)
    public NameCheck check(Membership acting, UUID namespaceId, String name) {
        return names.check(acting, names.place(acting, namespaceId), name);
    }

    /**
     * Wishes for a bucket; it is ready in a moment. Of two who want one name at once exactly one gets it.
     *
     * @throws InvalidField for a name that cannot be
     * @throws NamespaceNotFound when the namespace is not the account's
     * @throws StandingForbids when the account may not write
     */
    @Transactional
    public Creation create(Membership acting, UUID namespaceId, String name) {
        return create(acting, namespaceId, new NewBucket(name, false));
    }

    /**
     * As the other.
     *
     * @throws NotSupportedByEngine when the namespace's engine cannot lock objects
     */
    @Transactional
    public Creation create(Membership acting, UUID namespaceId, NewBucket wish) {
        acting.requireWriter();
        var name = wish.name();
        if (ReservedNames.contains(name)) return new Creation.NameReserved(name, NameReserved.message(name));
        var limit = allowances.lockForWriting(acting).limits().buckets();
        var place = names.place(acting, namespaceId);
        if (rows.countPresent(acting.accountId()) >= limit) return new Creation.LimitReached(limit);
        if (wish.objectLock()) names.capabilities(place).require(Capability.OBJECT_LOCK);
        var id = UuidCreator.getTimeOrderedEpoch();
        var now = clock.instant();
        if (!rows.insert(id, place.namespace(), place.engineId(), wish, now)) {
            var taken = names.taken(acting, place, name);
            return new Creation.NameTaken(name, taken.message(), taken.suggestion());
        }
        names.settle(place);
        keys.insertConsoleKeys(acting.accountId(), id, now);
        work.begin(acting, id, name);
        work.tell(new BucketLife.Begun(id, acting.accountId(), place.engineId(), name, now));
        return new Creation.Accepted(get(acting, id));
    }

    /** One page by name. */
    @Transactional(readOnly = true)
    public List<BucketView> list(Membership acting, BucketQuery query) {
        Allowances.requireReader(acting);
        return rows.list(acting.accountId(), query).stream().map(views::view).toList();
    }

    /** @throws BucketNotFound for an unknown, a purged, or another account's bucket */
    @Transactional(readOnly = true)
    public BucketView get(Membership acting, UUID id) {
        Allowances.requireReader(acting);
        return views.view(row(acting, id));
    }

    /** As {@link #get}, by names. */
    @Transactional(readOnly = true)
    public BucketView find(Membership acting, String namespace, String name) {
        Allowances.requireReader(acting);
        return views.view(rows.named(acting.accountId(), namespace, name).orElseThrow(BucketNotFound::new));
    }

    /**
     * Cuts all access within seconds, and keeps everything for {@link #UNDO}. Deleting twice is once.
     *
     * @param typedName the bucket's name, as the person typed it
     * @return when the purge begins
     * @throws InvalidField when the typed name is another
     */
    @Transactional
    public Instant delete(Membership acting, UUID id, String typedName) {
        acting.require(Role.OWNER, Role.ADMIN);
        var bucket = row(acting, id);
        if (!bucket.name().equals(typedName.strip()))
            throw new InvalidField("name", "Type the bucket's name, " + bucket.name() + ", to delete it.");
        var now = clock.instant();
        var conditions = bucket.conditions().with(Bucket.VERIFIED, false, Bucket.EXPECTED, "Access is cut.", now);
        if (rows.delete(id, now, now.plus(UNDO), conditions)) {
            work.wish(acting, id, "bucket.deleted", id.toString(), bucket.name());
            work.tell(new BucketLife.Ended(id, now));
        }
        return Objects.requireNonNull(row(acting, id).purgeAfter());
    }

    /**
     * Brings a deleted bucket back with all keys and objects. Restoring what is not deleted changes nothing.
     *
     * @throws PurgeStarted when it is too late
     * @throws LimitReached when the account has filled its place meanwhile
     */
    @Transactional
    public BucketView restore(Membership acting, UUID id) {
        acting.require(Role.OWNER, Role.ADMIN);
        var limit = allowances.lockForWriting(acting).limits().buckets();
        var bucket = row(acting, id);
        if (bucket.desired() == Bucket.Desired.PRESENT) return views.view(bucket);
        if (rows.countPresent(acting.accountId()) >= limit) throw new LimitReached("buckets", limit);
        if (!rows.restore(id)) throw new PurgeStarted();
        work.wish(acting, id, "bucket.restored", id.toString(), bucket.name());
        work.tell(new BucketLife.Begun(id, bucket.accountId(), bucket.engineId(), bucket.name(), clock.instant()));
        return get(acting, id);
    }

    /**
     * Limits what the bucket may hold.
     *
     * @param bytes null for the account's limit alone
     */
    @Transactional
    public BucketView quota(Membership acting, UUID id, @Nullable Long bytes) {
        acting.requireWriter();
        if (bytes != null && bytes < 0) throw new InvalidField("bytes", "Use 0 or more bytes, or none for no limit.");
        var bucket = row(acting, id);
        rows.quota(id, bytes);
        work.wish(acting, id, "bucket.quota", id.toString(), bucket.name() + ": " + (bytes == null ? "none" : bytes));
        return get(acting, id);
    }

    /** Keeps what an engine found in a bucket, inside the caller's transaction: uploads are checked against it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void measured(UUID id, long bytes, long objects, Instant measuredAt) {
        rows.measured(id, bytes, objects, measuredAt).ifPresent(work::settleQuotas);
    }

    private Bucket row(Membership acting, UUID id) {
        return rows.find(acting.accountId(), id).orElseThrow(BucketNotFound::new);
    }
}
