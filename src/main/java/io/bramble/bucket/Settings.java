package io.bramble.bucket;

import io.bramble.account.InvalidField;
import io.bramble.account.Membership;
import io.bramble.provisioning.EngineUnavailable;
import io.bramble.provisioning.Engines;
import io.bramble.storage.Capabilities;
import io.bramble.storage.Capability;
import io.bramble.storage.CorsRule;
import io.bramble.storage.EventRule;
import io.bramble.storage.LifecycleRule;
import io.bramble.storage.Retention;
import io.bramble.storage.StoreException.NotSupportedByEngine;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How buckets behave. A change is a wish that the next pass makes true; setting what is set already changes nothing.
 * Each throws {@link BucketNotFound}, {@link BucketNotReady} for a deleted bucket, {@link InvalidField} for what cannot
 * be, and {@link NotSupportedByEngine} for what this bucket's engine cannot do.
 */
@Component
public class Settings {
    private final BucketRows rows;
    private final BehaviourRows behaviours;
    private final BucketNames names;
    private final BucketWork work;
    private final Engines engines;

    Settings(BucketRows rows, BehaviourRows behaviours, BucketNames names, BucketWork work, Engines engines) {
        this.rows = rows;
        this.behaviours = behaviours;
        this.names = names;
        this.work = work;
        this.engines = engines;
    }

    /** What a new bucket of that namespace could do; nothing while there is no engine. */
    @Transactional(readOnly = true)
    public Capabilities offered(Membership acting, UUID namespaceId) {
        Allowances.requireReader(acting);
        try {
            return names.capabilities(names.place(acting, namespaceId));
        } catch (EngineUnavailable none) {
            return Capabilities.NONE;
        }
    }

    @Transactional(readOnly = true)
    public BucketBehaviour get(Membership acting, UUID bucketId) {
        Allowances.requireReader(acting);
        return view(row(acting, bucketId));
    }

    /** Versions that are there stay when it is switched off. */
    @Transactional
    public BucketBehaviour versioning(Membership acting, UUID bucketId, boolean on) {
        var bucket = toChange(acting, bucketId, Capability.VERSIONING, on);
        if (!on && bucket.wished().objectLock())
            throw new InvalidField("enabled", "A bucket with object lock always keeps versions.");
        var same = bucket.wished().versioning() == on;
        return change(acting, bucket, same, "versioning", on ? "on" : "off", id -> behaviours.versioning(id, on));
    }

    /** @param rules replace all others; their ids are given anew */
    @Transactional
    public BucketBehaviour lifecycle(Membership acting, UUID bucketId, List<LifecycleRule> rules) {
        var bucket = toChange(acting, bucketId);
        LifecycleRules.require(engines.capabilities(bucket.engineId()), rules);
        var checked = LifecycleRules.checked(rules);
        var same = bucket.wished().lifecycle().equals(checked);
        return change(
                acting, bucket, same, "lifecycle", checked.size() + " rules", id -> behaviours.lifecycle(id, checked));
    }

    /** @param rules replace all others; the console's own page may always call */
    @Transactional
    public BucketBehaviour cors(Membership acting, UUID bucketId, List<CorsRule> rules) {
        var bucket = toChange(acting, bucketId, Capability.BUCKET_CORS, !rules.isEmpty());
        CorsRules.check(rules);
        var same = bucket.wished().cors().equals(rules);
        return change(acting, bucket, same, "cors", rules.size() + " rules", id -> behaviours.cors(id, rules));
    }

    /** @param tags replace all others */
    @Transactional
    public BucketBehaviour tags(Membership acting, UUID bucketId, Map<String, String> tags) {
        var bucket = toChange(acting, bucketId, Capability.BUCKET_TAGS, !tags.isEmpty());
        Tags.check(tags);
        var same = bucket.wished().tags().equals(tags);
        return change(acting, bucket, same, "tags", tags.size() + " tags", id -> behaviours.tags(id, tags));
    }

    /** @param rules replace all others; their ids are given anew */
    @Transactional
    public BucketBehaviour events(Membership acting, UUID bucketId, List<EventRule> rules) {
        var bucket = toChange(acting, bucketId, Capability.EVENTS, !rules.isEmpty());
        var checked = EventRules.checked(rules, targets(bucket));
        var same = bucket.wished().events().equals(checked);
        return change(acting, bucket, same, "events", checked.size() + " rules", id -> behaviours.events(id, checked));
    }

    /** Also those that are wished already: what the engine has lost must not keep other rules from being changed. */
    private List<String> targets(Bucket bucket) {
        var wished = bucket.wished().events().stream().map(EventRule::target);
        return Stream.concat(engines.eventTargets(bucket.engineId()).stream(), wished)
                .distinct()
                .toList();
    }

    /** @param retention for objects written from now on; null for none */
    @Transactional
    public BucketBehaviour retention(Membership acting, UUID bucketId, @Nullable Retention retention) {
        var bucket = toChange(acting, bucketId, Capability.OBJECT_LOCK, retention != null);
        if (retention != null) checkRetention(bucket, retention);
        var same = Objects.equals(bucket.wished().retention(), retention);
        var detail = retention == null ? "none" : retention.mode() + " for " + retention.days() + " days";
        return change(acting, bucket, same, "retention", detail, id -> behaviours.retention(id, retention));
    }

    private static void checkRetention(Bucket bucket, Retention retention) {
        if (!bucket.wished().objectLock())
            throw new InvalidField("mode", "Objects of this bucket can't be locked: that is decided when it is made.");
        LifecycleRules.checkDays("days", retention.days());
    }

    /** What an engine cannot do can still be unset: it may have been able to. */
    private Bucket toChange(Membership acting, UUID bucketId, Capability needed, boolean set) {
        var bucket = toChange(acting, bucketId);
        if (set) engines.capabilities(bucket.engineId()).require(needed);
        return bucket;
    }

    private Bucket toChange(Membership acting, UUID bucketId) {
        acting.requireWriter();
        var bucket = row(acting, bucketId);
        if (bucket.desired() == Bucket.Desired.ABSENT) throw new BucketNotReady(bucket.state());
        return bucket;
    }

    private BucketBehaviour change(
            Membership acting, Bucket bucket, boolean same, String what, String detail, Consumer<UUID> write) {
        if (same) return view(bucket);
        write.accept(bucket.id());
        work.wish(acting, bucket.id(), "bucket." + what, bucket.id().toString(), bucket.name() + ": " + detail);
        return get(acting, bucket.id());
    }

    private BucketBehaviour view(Bucket bucket) {
        return new BucketBehaviour(
                bucket.id(),
                engines.capabilities(bucket.engineId()),
                engines.eventTargets(bucket.engineId()),
                bucket.wished(),
                bucket.quotaBytes(),
                bucket.observedGeneration() >= bucket.generation()
                        && bucket.conditions().isTrue(Bucket.IN_FORCE));
    }

    private Bucket row(Membership acting, UUID id) {
        return rows.find(acting.accountId(), id).orElseThrow(BucketNotFound::new);
    }
}
