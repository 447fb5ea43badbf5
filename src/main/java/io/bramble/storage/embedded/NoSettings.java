package io.bramble.storage.embedded;

import io.bramble.storage.BucketSettings;
import io.bramble.storage.Capability;
import io.bramble.storage.CorsRule;
import io.bramble.storage.LifecycleRule;
import io.bramble.storage.Retention;
import io.bramble.storage.StoreException.NotSupportedByEngine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The embedded engine's buckets all behave alike; it says so instead of pretending. */
final class NoSettings implements BucketSettings {
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
        throw new NotSupportedByEngine(Capability.LIFECYCLE);
    }

    @Override
    public void lifecycle(List<LifecycleRule> rules) {
        throw new NotSupportedByEngine(Capability.LIFECYCLE);
    }

    @Override
    public List<CorsRule> cors() {
        throw new NotSupportedByEngine(Capability.BUCKET_CORS);
    }

    @Override
    public void cors(List<CorsRule> rules) {
        throw new NotSupportedByEngine(Capability.BUCKET_CORS);
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
    public Map<String, String> tags() {
        throw new NotSupportedByEngine(Capability.BUCKET_TAGS);
    }

    @Override
    public void tags(Map<String, String> tags) {
        throw new NotSupportedByEngine(Capability.BUCKET_TAGS);
    }
}
