package io.bramble.storage.embedded;

import io.bramble.storage.NodeTraffic;
import io.bramble.storage.RequestClass;
import io.bramble.storage.Traffic;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import tools.jackson.databind.json.JsonMapper;

/**
 * Counts what goes through each bucket.
 *
 * <p>An orderly stop writes the counters down and the next start goes on from there, under the same process start, so
 * that nothing between the last sample and the stop is lost. The file is deleted when it is read: after a kill there is
 * none, and counting begins anew under a new process start. Going on from older numbers would look like a reset with
 * everything billed a second time.
 */
public final class TrafficCounters {
    private static final String NODE = "embedded";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final Instant start;
    private final Map<String, Counter> buckets = new ConcurrentHashMap<>();

    private TrafficCounters(Path file, NodeTraffic begun) {
        this.file = file;
        this.start = begun.processStart();
        begun.buckets().forEach((name, traffic) -> buckets.put(name, new Counter(traffic)));
    }

    public static TrafficCounters open(EngineFolder folder, Clock clock) throws IOException {
        var file = folder.root().resolve("traffic.json");
        var written = Durable.read(file);
        var begun = written == null
                ? new NodeTraffic(NODE, clock.instant().truncatedTo(ChronoUnit.MILLIS), Map.of())
                : JSON.readValue(written, NodeTraffic.class);
        Durable.delete(file);
        return new TrafficCounters(file, begun);
    }

    public Counter of(String bucket) {
        return buckets.computeIfAbsent(bucket, name -> new Counter(new Traffic(0, 0, 0, 0, 0, 0)));
    }

    public void forget(String bucket) {
        buckets.remove(bucket);
    }

    public NodeTraffic read() {
        var now = new HashMap<String, Traffic>();
        buckets.forEach((name, counter) -> now.put(name, counter.read()));
        return new NodeTraffic(NODE, start, now);
    }

    /** At the orderly end. */
    public void writeDown() throws IOException {
        Durable.write(file, JSON.writeValueAsBytes(read()));
    }

    /** The counters of one bucket. */
    public static final class Counter {
        private final LongAdder ingress = new LongAdder();
        private final LongAdder egress = new LongAdder();
        private final LongAdder a = new LongAdder();
        private final LongAdder aFailed = new LongAdder();
        private final LongAdder b = new LongAdder();
        private final LongAdder bFailed = new LongAdder();

        private Counter(Traffic begun) {
            ingress.add(begun.ingressBytes());
            egress.add(begun.egressBytes());
            a.add(begun.a());
            aFailed.add(begun.aFailed());
            b.add(begun.b());
            bFailed.add(begun.bFailed());
        }

        public void received(long bytes) {
            ingress.add(bytes);
        }

        public void sent(long bytes) {
            egress.add(bytes);
        }

        public void request(RequestClass kind) {
            switch (kind) {
                case A -> a.increment();
                case B -> b.increment();
                case FREE -> {}
            }
        }

        public void failed(RequestClass kind) {
            switch (kind) {
                case A -> aFailed.increment();
                case B -> bFailed.increment();
                case FREE -> {}
            }
        }

        private Traffic read() {
            return new Traffic(ingress.sum(), egress.sum(), a.sum(), aFailed.sum(), b.sum(), bFailed.sum());
        }
    }
}
