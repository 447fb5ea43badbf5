package io.bramble.storage.embedded;

import io.bramble.storage.BucketSettings;
import io.bramble.storage.Capability;
import io.bramble.storage.CorsRule;
import io.bramble.storage.EventRule;
import io.bramble.storage.LifecycleRule;
import io.bramble.storage.Retention;
import io.bramble.storage.StoreException.NoSuchBucket;
import io.bramble.storage.StoreException.NotSupportedByEngine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which pages may call a bucket and how long its unfinished uploads live; what else there is it refuses by name. */
final class EmbeddedSettings implements BucketSettings {
    private final EngineFolder folder;
    private final String bucket;

    EmbeddedSettings(EngineFolder folder, String bucket) {
        this.folder = folder;
        this.bucket = bucket;
    }

    private BucketRules rules() {
        return folder.find(bucket).orElseThrow(() -> new NoSuchBucket(bucket)).rules();
    }

    @Override
    public boolean keepsVersions() {
        throw new NotSupportedByEngine(Capability.VERSIONING);
    }

    @Override
    public void keepVersions(boolean keep) {
        throw new NotSupportedByEngine(Capability.VERSIONING);
    }

    @Override
    public List<LifecycleRule> lifecycle() {
        return rules().lifecycle();
    }

    @Override
    public void lifecycle(List<LifecycleRule> rules) {
        EmbeddedAdmin.change(() -> rules().lifecycle(rules));
    }

    @Override
    public List<CorsRule> cors() {
        return rules().cors();
    }

    @Override
    public void cors(List<CorsRule> rules) {
        EmbeddedAdmin.change(() -> rules().cors(rules));
    }

    @Override
    public Optional<Retention> retention() {
        throw new NotSupportedByEngine(Capability.OBJECT_LOCK);
    }

    @Override
    public void retention(@Nullable Retention retention) {
        throw new NotSupportedByEngine(Capability.OBJECT_LOCK);
    }

    @Override
    public List<EventRule> events() {
        throw new NotSupportedByEngine(Capability.EVENTS);
    }

    @Override
    public void events(List<EventRule> rules) {
        throw new NotSupportedByEngine(Capability.EVENTS);
    }

    @Override
    public Map<String, String> tags() {
        throw new NotSupportedByEngine(Capability.BUCKET_TAGS);
    }

    @Override
    public void tags(Map<String, String> tags) {
        throw new NotSupportedByEngine(Capability.BUCKET_TAGS);
    }
}
