package io.bramble.bucket;

import io.bramble.storage.CorsRule;
import io.bramble.storage.EventRule;
import io.bramble.storage.LifecycleRule;
import io.bramble.storage.Retention;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a bucket's owners wish it to behave.
 *
 * @param objectLock whether objects can be locked; decided when the bucket is made, and then it keeps versions for good
 * @param lifecycle what is cleaned up by itself; ids are Bramble's
 * @param cors which web pages may call it, besides the console
 * @param events who is told about its objects; ids are Bramble's
 * @param retention how long new objects are locked; null for not at all
 */
public record Behaviour(
        boolean objectLock,
        boolean versioning,
        List<LifecycleRule> lifecycle,
        List<CorsRule> cors,
        Map<String, String> tags,
        List<EventRule> events,
        @Nullable Retention retention) {
    public Behaviour {
        lifecycle = List.copyOf(lifecycle);
        cors = List.copyOf(cors);
        tags = Map.copyOf(tags);
        events = List.copyOf(events);
    }
}
