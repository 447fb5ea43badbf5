package io.bramble.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.bramble.ModuleTest;
import io.bramble.People;
import io.bramble.account.AccountScope;
import io.bramble.account.Membership;
import io.bramble.bucket.Buckets;
import io.bramble.bucket.Creation;
import io.bramble.bucket.Namespaces;
import io.bramble.local.SettableClock;
import io.bramble.metering.MeteringTasks.Reachable;
import io.bramble.provisioning.Engines;
import io.bramble.storage.Credentials;
import io.bramble.storage.DownloadAs;
import io.bramble.storage.ObjectStore;
import io.bramble.storage.ObjectStores;
import io.bramble.storage.Permission;
import io.bramble.storage.ScopedKey;
import java.math.BigInteger;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** From a wish for a bucket to its usage, on the real embedded engine. */
@ModuleTest
@TestPropertySource(properties = "bramble.worker.enabled=false")
class EmbeddedUsageTest {
    private static final int MIB = 1 << 20;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Autowired
    Collector collector;

    @Autowired
    Usage usage;

    @Autowired
    Engines engines;

    @Autowired
    Namespaces namespaces;

    @Autowired
    Buckets buckets;

    @Autowired
    People people;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @BeforeEach
    void time_stands_still() {
        clock.set(Instant.now());
    }

    @Test
    void an_upload_and_a_part_of_a_download_cost_exactly_their_bytes() throws Exception {
        pass();
        var ann = people.arrive("ann");
        var photos = bucket(ann, "photos-of-ann");
        var store = store("photos-of-ann");
        store.put("photos-of-ann", "film", new byte[10 * MIB], "video/mp4");
        assertThat(firstMebibyte(store, "film")).hasSize(MIB);
        clock.advance(MINUTE);
        pass();

        var month = usage.ofBucket(ann, photos, YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC)));
        assertThat(month.total().egressBytes()).isEqualTo(MIB);
        assertThat(month.total().ingressBytes()).isEqualTo(10 * MIB);
        assertThat(month.total().requestsA()).isEqualTo(1);
        assertThat(month.total().requestsB()).isEqualTo(1);
        assertThat(month.stored()).isEqualTo(new Stored(10 * MIB, 1, clock.instant()));
        assertThat(usage.current(ann).byBucket()).containsOnlyKeys(photos);
        assertThat(usedBytes(photos)).isEqualTo(10 * MIB);
    }

    @Test
    void a_deleted_bucket_costs_nothing_until_it_is_restored() {
        pass();
        var bob = people.arrive("bob");
        var films = bucket(bob, "films-of-bob");
        store("films-of-bob").put("films-of-bob", "film", new byte[1000], "video/mp4");
        pass();
        clock.advance(MINUTE);
        buckets.delete(bob, films, "films-of-bob");
        clock.advance(Duration.ofMinutes(3));
        buckets.restore(bob, films);
        clock.advance(MINUTE);

        var month = usage.ofAccount(bob, YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC)));
        assertThat(month.total().byteSeconds()).isEqualTo(BigInteger.valueOf(1000 * 120));
    }

    private UUID bucket(Membership acting, String name) {
        var home = namespaces.claim(acting, name);
        var created = (Creation.Accepted) buckets.create(acting, home.id(), name);
        var id = created.bucket().id();
        engines.admin(engine()).ensureBucket(name, id.toString());
        return id;
    }

    private ObjectStore store(String bucket) {
        var key = new ScopedKey(Credentials.random(), bucket, Permission.READ_WRITE, "", null);
        engines.admin(engine()).ensureKey(key);
        return ObjectStores.open(engines.address(engine(), bucket), key.credentials());
    }

    private UUID engine() {
        return engines.reachable().getFirst();
    }

    private void pass() {
        var source = new Reachable(engines, engine());
        collector.storage(source);
        collector.traffic(source);
    }

    private static byte[] firstMebibyte(ObjectStore store, String key) throws Exception {
        var signed = store.presignGet("photos-of-ann", key, MINUTE, DownloadAs.stored());
        try (var http = HttpClient.newHttpClient()) {
            var range = HttpRequest.newBuilder(signed)
                    .header("Range", "bytes=0-" + (MIB - 1))
                    .build();
            return http.send(range, HttpResponse.BodyHandlers.ofByteArray()).body();
        }
    }

    private long usedBytes(UUID bucketId) {
        return AccountScope.platform(() ->
                transactions.execute(_ -> jdbc.sql("select used_bytes from bucket where id = :id and object_count = 1")
                        .param("id", bucketId)
                        .query(Long.class)
                        .single()));
    }
}
