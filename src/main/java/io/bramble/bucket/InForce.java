package io.bramble.bucket;

import io.bramble.storage.BucketSettings;
import io.bramble.storage.Capabilities;
import io.bramble.storage.Capability;
import io.bramble.storage.CorsRule;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Compares how a bucket behaves with how it should, and writes what differs: a second time it writes nothing. */
final class InForce {
    private final Capabilities engine;
    private final BucketSettings now;
    private final Supplier<BucketSettings> change;

    /** @param change as {@code now}, for what changes something */
    InForce(Capabilities engine, BucketSettings now, Supplier<BucketSettings> change) {
        this.engine = engine;
        this.now = now;
        this.change = change;
    }

    /** @param cors with the console's own rule, which an engine without rules per bucket does not need */
    void bring(Behaviour wished, List<CorsRule> cors) {
        if (can(Capability.VERSIONING, wished.versioning()))
            bring(wished.versioning(), now.keepsVersions(), on -> change.get().keepVersions(on));
        LifecycleRules.require(engine, wished.lifecycle());
        if (LifecycleRules.any(engine))
            bring(wished.lifecycle(), now.lifecycle(), rules -> change.get().lifecycle(rules));
        if (can(Capability.BUCKET_CORS, !wished.cors().isEmpty()))
            bring(cors, now.cors(), rules -> change.get().cors(rules));
        if (can(Capability.BUCKET_TAGS, !wished.tags().isEmpty()))
            bring(wished.tags(), now.tags(), tags -> change.get().tags(tags));
        if (can(Capability.EVENTS, !wished.events().isEmpty()))
            bring(wished.events(), now.events(), rules -> change.get().events(rules));
        if (can(Capability.OBJECT_LOCK, wished.objectLock()) && wished.objectLock())
            bring(Optional.ofNullable(wished.retention()), now.retention(), retention -> change.get()
                    .retention(retention.orElse(null)));
    }

    private boolean can(Capability capability, boolean wished) {
        if (wished) engine.require(capability);
        return engine.has(capability);
    }

    private static <T> void bring(T wished, T actual, Consumer<T> write) {
        if (!actual.equals(wished)) write.accept(wished);
    }
}
