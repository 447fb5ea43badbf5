package io.bramble.storage.minio;

import io.bramble.storage.NodeTraffic;
import io.bramble.storage.RequestClass;
import io.bramble.storage.StoreException.Refused;
import io.bramble.storage.StoreException.StoreUnavailable;
import io.bramble.storage.Traffic;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The counters of one process by bucket, one page a bucket, one at a time: more than two at once are answered 503. */
final class TrafficPages {
    private static final int TRIES = 3;
    private static final String TOTAL = "minio_bucket_api_total";
    private static final Set<String> FAILED = Set.of(
            "minio_bucket_api_4xx_errors_total",
            "minio_bucket_api_5xx_errors_total",
            "minio_bucket_api_canceled_total");

    private final Metrics metrics;

    TrafficPages(Metrics metrics) {
        this.metrics = metrics;
    }

    /** Bytes as the engine names them, which in MinIO up to now is the wrong way round; see {@link EngineProbe}. */
    record Counted(long received, long sent, List<Metrics.Sample> samples) {
        Traffic traffic(boolean swapped) {
            return new Traffic(
                    swapped ? sent : received,
                    swapped ? received : sent,
                    requests(RequestClass.A, TOTAL::equals),
                    requests(RequestClass.A, FAILED::contains),
                    requests(RequestClass.B, TOTAL::equals),
                    requests(RequestClass.B, FAILED::contains));
        }

        private long requests(RequestClass kind, Predicate<String> counter) {
            return samples.stream()
                    .filter(sample -> counter.test(sample.name()) && kind(sample.label("name")) == kind)
                    .mapToLong(Metrics.Sample::whole)
                    .sum();
        }
    }

    /**
     * All buckets, from one life of the process: counters of two lives must not be mixed.
     *
     * @throws StoreUnavailable if it restarts again and again
     */
    NodeTraffic read(URI node, Collection<String> buckets, boolean swapped) {
        for (var i = 0; i < TRIES; i++) {
            var start = processStart(node);
            var traffic = new HashMap<String, Traffic>();
            for (var bucket : buckets) {
                counted(node, bucket).ifPresent(counted -> traffic.put(bucket, counted.traffic(swapped)));
            }
            if (start.equals(processStart(node))) {
                return new NodeTraffic(node.getAuthority(), start, traffic);
            }
        }
        throw new StoreUnavailable("The engine at " + node.getAuthority() + " restarts again and again.", null);
    }

    /** Empty while nothing is known, which is not zero. */
    Optional<Counted> counted(URI node, String bucket) {
        var samples = metrics.page(node, "/bucket/api/" + bucket);
        if (samples.isEmpty()) {
            return Optional.empty();
        }
        if (samples.stream().map(sample -> sample.label("server")).distinct().count() > 1) {
            throw new Refused("ManyNodes", node.getAuthority() + " answers for several processes.", null);
        }
        return Optional.of(new Counted(
                sum(samples, "minio_bucket_api_traffic_received_bytes"),
                sum(samples, "minio_bucket_api_traffic_sent_bytes"),
                samples));
    }

    private static long sum(List<Metrics.Sample> samples, String name) {
        return samples.stream()
                .filter(sample -> sample.name().equals(name))
                .mapToLong(Metrics.Sample::whole)
                .sum();
    }

    private Instant processStart(URI node) {
        return metrics.page(node, "/system/process").stream()
                .filter(sample -> sample.name().equals("minio_system_process_start_time_seconds"))
                .map(sample -> Instant.ofEpochMilli(
                        sample.value().multiply(BigDecimal.valueOf(1000)).longValue()))
                .findFirst()
                .orElseThrow(() -> new Refused("Unreadable", "The engine does not say when it started.", null));
    }

    /** By the verb the engine's name for a request begins with; what is new counts as a read, the cheaper kind. */
    static RequestClass kind(String request) {
        var name = request.toLowerCase(Locale.ROOT);
        if (begins(name, "delete", "abort", "remove", "options")) {
            return RequestClass.FREE;
        }
        return begins(name, "put", "post", "copy", "new", "complete", "list", "restore", "create")
                ? RequestClass.A
                : RequestClass.B;
    }

    private static boolean begins(String name, String... verbs) {
        return List.of(verbs).stream().anyMatch(name::startsWith);
    }
}
