package io.bramble.storage.minio;

import io.bramble.storage.StoreException.NoSuchBucket;
import io.bramble.storage.StoreException.Refused;
import io.bramble.storage.Usage;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/** Quota, and what the engine's scanner found when it last came by. */
final class Meters {
    private final AdminCalls calls;

    Meters(AdminCalls calls) {
        this.calls = calls;
    }

    /** Zero is the engine's word for no limit; nothing at all is therefore one byte. */
    void quota(String bucket, OptionalLong bytes) {
        var wanted = bytes.isPresent() ? Math.max(1, bytes.getAsLong()) : 0;
        var query = Map.of("bucket", bucket);
        try {
            if (calls.get("get-bucket-quota", query).path("quota").asLong(0) != wanted) {
                calls.put("set-bucket-quota", query, Map.of("quota", wanted, "quotatype", "hard"));
            }
        } catch (Refused e) {
            throw e.code().equals("NoSuchBucket") ? new NoSuchBucket(bucket) : e;
        }
    }

    /** Empty before the scanner's first round, which the engine dates to the year 1. */
    Map<String, Usage> usage() {
        var info = calls.get("datausageinfo", Map.of());
        var measuredAt = OffsetDateTime.parse(info.path("lastUpdate").asString("0001-01-01T00:00:00Z"))
                .toInstant();
        var usage = new HashMap<String, Usage>();
        if (measuredAt.isAfter(Instant.EPOCH)) {
            info.path("bucketsUsageInfo").properties().forEach(bucket -> {
                if (!bucket.getKey().startsWith(EngineProbe.PREFIX)) {
                    usage.put(bucket.getKey(), read(bucket.getValue(), measuredAt));
                }
            });
        }
        return usage;
    }

    private static Usage read(JsonNode bucket, Instant measuredAt) {
        return new Usage(
                bucket.path("size").asLong(0),
                bucket.path("objectsCount").asLong(0),
                bucket.path("versionsCount").asLong(0),
                measuredAt);
    }
}
