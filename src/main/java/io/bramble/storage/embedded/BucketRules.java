package io.bramble.storage.embedded;

import io.bramble.storage.Capability;
import io.bramble.storage.CorsRule;
import io.bramble.storage.LifecycleRule;
import io.bramble.storage.StoreException.NotSupportedByEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** How one bucket behaves: in memory for every request, on disk before a change is acknowledged. */
public final class BucketRules {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Where no rule says how long. */
    private static final Duration UPLOADS_LIVE = Duration.ofDays(3);

    private final Path file;
    private volatile Written now;

    private record Written(List<CorsRule> cors, List<LifecycleRule> lifecycle) {
        static final Written NOTHING = new Written(List.of(), List.of());
    }

    private BucketRules(Path file, Written now) {
        this.file = file;
        this.now = now;
    }

    static BucketRules open(Path file) throws IOException {
        var written = Durable.read(file);
        return new BucketRules(file, written == null ? Written.NOTHING : JSON.readValue(written, Written.class));
    }

    public List<CorsRule> cors() {
        return now.cors();
    }

    List<LifecycleRule> lifecycle() {
        return now.lifecycle();
    }

    synchronized void cors(List<CorsRule> rules) throws IOException {
        write(new Written(List.copyOf(rules), now.lifecycle()));
    }

    /** @throws NotSupportedByEngine for what should happen to objects */
    synchronized void lifecycle(List<LifecycleRule> rules) throws IOException {
        for (var rule : rules) {
            if (rule.expireAfterDays() != null || rule.expireOldVersionsAfterDays() != null) {
                throw new NotSupportedByEngine(Capability.LIFECYCLE);
            }
        }
        write(new Written(now.cors(), List.copyOf(rules)));
    }

    private void write(Written next) throws IOException {
        if (!next.equals(now)) {
            Durable.write(file, JSON.writeValueAsBytes(next));
            now = next;
        }
    }

    /** The shortest time that a rule about its key gives it is over. */
    boolean isGivenUp(Uploads.OpenUpload upload, Instant at) {
        var life = now.lifecycle().stream()
                .filter(rule -> upload.key().startsWith(rule.prefix()))
                .map(LifecycleRule::abortUploadsAfterDays)
                .filter(Objects::nonNull)
                .map(Duration::ofDays)
                .min(Duration::compareTo)
                .orElse(UPLOADS_LIVE);
        return upload.startedAt().plus(life).isBefore(at);
    }
}
