package io.bramble.metering;

import io.bramble.storage.NodeTraffic;
import io.bramble.storage.StoreException;
import io.bramble.storage.Traffic;
import io.bramble.storage.Usage;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An engine of one node whose numbers a test sets. */
final class FakeEngine implements UsageSource {
    private final UUID id;
    private final Clock clock;
    private final Map<String, Usage> usage = new HashMap<>();
    private final Map<String, Traffic> traffic = new HashMap<>();
    private Instant start;
    private boolean away;

    FakeEngine(UUID id, Clock clock) {
        this.id = id;
        this.clock = clock;
        this.start = clock.instant();
    }

    void holds(String bucket, long bytes, long objects) {
        usage.put(bucket, new Usage(bytes, objects, objects, clock.instant()));
    }

    /** Counts on. */
    void passes(String bucket, Traffic more) {
        traffic.merge(
                bucket,
                more,
                (one, other) -> new Traffic(
                        one.ingressBytes() + other.ingressBytes(),
                        one.egressBytes() + other.egressBytes(),
                        one.a() + other.a(),
                        one.aFailed() + other.aFailed(),
                        one.b() + other.b(),
                        one.bFailed() + other.bFailed()));
    }

    void restart() {
        traffic.clear();
        start = clock.instant();
    }

    void away(boolean now) {
        away = now;
    }

    @Override
    public UUID engineId() {
        return id;
    }

    @Override
    public Map<String, Usage> storage() {
        answer();
        return Map.copyOf(usage);
    }

    @Override
    public List<NodeTraffic> traffic() {
        answer();
        return List.of(new NodeTraffic("one", start, traffic));
    }

    private void answer() {
        if (away) throw new StoreException.StoreUnavailable("The engine does not answer.", null);
    }
}
