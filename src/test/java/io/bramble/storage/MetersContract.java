package io.bramble.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.bramble.storage.EngineUnderTest.TestBucket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every engine tells about use, where it can. */
abstract class MetersContract {
    private static final long HEADERS = 2_000;

    private TestBucket bucket;
    private ObjectStore store;

    abstract EngineUnderTest engine();

    @BeforeEach
    void openABucket() {
        bucket = engine().aBucket();
        store = bucket.open(Permission.READ_WRITE);
    }

    @Test
    void usage_follows_what_is_stored_and_says_when_it_was_measured() {
        var begin = Instant.now();
        store.put(bucket.name(), "a", new byte[100], "text/plain");
        store.put(bucket.name(), "b/c", new byte[50], "text/plain");
        store.put(bucket.name(), "a", new byte[30], "text/plain");
        awaitUsage(80, 2);

        store.copy(bucket.name(), "a", "d");
        store.delete(bucket.name(), "b/c");
        store.deleteAll(bucket.name(), List.of("missing"));
        awaitUsage(60, 2);
        assertThat(engine().admin().usage(bucket.name()))
                .hasValueSatisfying(usage -> assertThat(usage.measuredAt()).isAfterOrEqualTo(begin));
    }

    @Test
    void what_was_emptied_holds_nothing() {
        store.put(bucket.name(), "a", new byte[100], "text/plain");
        awaitUsage(100, 1);
        store.delete(bucket.name(), "a");
        awaitUsage(0, 0);
    }

    @Test
    void a_bucket_that_is_gone_has_no_usage() {
        bucket.admin().removeBucket(bucket.name(), EngineUnderTest.OWNER);

        assertThat(engine().admin().usage(bucket.name())).isEmpty();
    }

    @Test
    void traffic_counts_bytes_both_ways_and_requests_by_class() {
        assertThat(engine().can(Capability.METERED_TRAFFIC)).isTrue();

        store.put(bucket.name(), "a", new byte[1000], "text/plain");
        store.get(bucket.name(), "a", 1000);
        store.get(bucket.name(), "a", 5000);
        store.head(bucket.name(), "a");
        store.list(bucket.name(), ListRequest.subtree("", 10));
        store.copy(bucket.name(), "a", "b");
        store.deleteAll(bucket.name(), List.of("b", "c"));
        store.delete(bucket.name(), "a");

        assertIs(new Traffic(1000, 2000, 3, 0, 3, 0));
    }

    @Test
    void refused_requests_are_counted_as_failed() {
        var reader = bucket.open(Permission.READ);

        assertThatThrownBy(() -> reader.put(bucket.name(), "a", new byte[10], "text/plain"))
                .isInstanceOf(StoreException.AccessDenied.class);
        assertThat(reader.head(bucket.name(), "missing")).isEmpty();

        assertIs(new Traffic(0, 0, 1, 1, 1, 1));
    }

    @Test
    void requests_that_another_bucket_refuses_cost_it_nothing() {
        var other = engine().aBucket();

        assertThatThrownBy(() -> store.get(other.name(), "a", 10)).isInstanceOf(StoreException.AccessDenied.class);

        var there = traffic(other.name());
        assertThat(there.a() - there.aFailed()).isZero();
        assertThat(there.b() - there.bFailed()).isZero();
        assertThat(there.egressBytes()).isLessThanOrEqualTo(engine().can(Capability.EXACT_METERS) ? 0 : HEADERS);
    }

    /** An engine whose counters are not exact counts headers and refusals as well. */
    private void assertIs(Traffic expected) {
        var slack = engine().can(Capability.EXACT_METERS) ? 0 : HEADERS;
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            var counted = traffic();
            assertThat(counted.ingressBytes()).isBetween(expected.ingressBytes(), expected.ingressBytes() + slack);
            assertThat(counted.egressBytes()).isBetween(expected.egressBytes(), expected.egressBytes() + slack);
            assertThat(new Traffic(0, 0, counted.a(), counted.aFailed(), counted.b(), counted.bFailed()))
                    .isEqualTo(new Traffic(0, 0, expected.a(), expected.aFailed(), expected.b(), expected.bFailed()));
        });
    }

    @Test
    void counters_belong_to_a_process_and_only_grow() {
        var first = engine().admin().traffic();
        store.put(bucket.name(), "a", new byte[10], "text/plain");
        var second = engine().admin().traffic();

        assertThat(second)
                .extracting(NodeTraffic::processStart)
                .isEqualTo(first.stream().map(NodeTraffic::processStart).toList());
        assertThat(second).extracting(NodeTraffic::node).doesNotHaveDuplicates();
    }

    private void awaitUsage(long bytes, long objects) {
        await().atMost(Duration.ofSeconds(150)) // MinIO counts once a minute
                .untilAsserted(
                        () -> assertThat(engine().admin().usage(bucket.name())).hasValueSatisfying(usage -> {
                            assertThat(usage.bytes()).isEqualTo(bytes);
                            assertThat(usage.objects()).isEqualTo(objects);
                        }));
    }

    private Traffic traffic() {
        return traffic(bucket.name());
    }

    private Traffic traffic(String name) {
        return engine().traffic(name);
    }
}
