package io.bramble.bucket;

import io.bramble.provisioning.Condition;
import io.bramble.provisioning.Engines;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Buckets as their owners see them. */
@Component
class BucketViews {
    private final Engines engines;

    BucketViews(Engines engines) {
        this.engines = engines;
    }

    BucketView view(Bucket bucket) {
        var endpoint = engines.endpoint(bucket.engineId(), bucket.namespace()).toString();
        var step = Steps.number(bucket.conditions());
        return new BucketView(
                bucket.id(),
                bucket.namespaceId(),
                bucket.namespace(),
                bucket.name(),
                bucket.state(),
                step,
                Steps.COUNT,
                Steps.text(step),
                problem(bucket),
                endpoint,
                endpoint + "/" + bucket.name(),
                engines.region(bucket.engineId()),
                bucket.quotaBytes(),
                bucket.createdAt(),
                bucket.purgeAfter(),
                bucket.purgedObjects(),
                bucket.conditions().all());
    }

    private static @Nullable String problem(Bucket bucket) {
        return bucket.conditions().all().values().stream()
                .filter(condition -> !condition.status() && !condition.reason().equals(Bucket.EXPECTED))
                .map(Condition::message)
                .findFirst()
                .orElse(null);
    }
}
