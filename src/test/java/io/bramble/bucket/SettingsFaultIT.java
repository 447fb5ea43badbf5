package io.bramble.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import io.bramble.account.Membership;
import io.bramble.bucket.WatchedStores.Moment;
import io.bramble.storage.LifecycleRule;
import io.bramble.storage.MinioServer;
import io.bramble.storage.Retention;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Workers that are killed around each call while they change how a bucket behaves, on a real MinIO server. */
@DrivenTest
@Import(MinioEngine.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIfEnvironmentVariable(named = MinioServer.EXECUTABLE, matches = ".+")
class SettingsFaultIT {
    @TempDir
    private static Path folder;

    @Autowired
    MinioEngine minio;

    @Autowired
    Settings settings;

    @Autowired
    Buckets buckets;

    @Autowired
    Customers customers;

    @Autowired
    Workbench bench;

    private MinioEngine.Running engine;

    @BeforeAll
    void startMinio() throws Exception {
        engine = minio.start(folder);
    }

    @AfterAll
    void stopMinio() {
        engine.close();
    }

    @BeforeEach
    @AfterEach
    void begin() {
        bench.begin();
    }

    @Test
    void a_worker_killed_anywhere_in_changing_a_bucket_leaves_it_to_another_that_ends_it() {
        var ann = customers.arrive("ann");
        var creation = buckets.create(ann, customers.namespaceOf(ann), new NewBucket(customers.unique("photos"), true));
        var bucket = ((Creation.Accepted) creation).bucket();
        bench.worker().work();
        for (var moment : Moment.values()) {
            var call = 1;
            while (changeKilledAt(ann, bucket, call, moment)) call++;
            assertThat(call).as("calls in all").isGreaterThan(15);
        }
    }

    private boolean changeKilledAt(Membership ann, BucketView bucket, int call, Moment moment) {
        var days = moment == Moment.BEFORE ? call : 100 + call;
        var rule = new LifecycleRule("", "logs/", days, null, null);
        var retention = new Retention(Retention.Mode.GOVERNANCE, days);
        settings.lifecycle(ann, bucket.id(), List.of(rule));
        settings.tags(ann, bucket.id(), Map.of("days", "" + days));
        settings.retention(ann, bucket.id(), retention);
        bench.killAt(call, moment);
        bench.worker().work();
        var killed = bench.reached(call);
        assertThat(settings.get(ann, bucket.id()).inForce()).isEqualTo(!killed);
        bench.letOtherTakeOver();
        assertThat(settings.get(ann, bucket.id()).inForce()).isTrue();
        var onEngine = engine.settings(bucket);
        assertThat(onEngine.lifecycle()).containsExactly(new LifecycleRule("bramble-1", "logs/", days, null, null));
        assertThat(onEngine.tags()).isEqualTo(Map.of("days", "" + days));
        assertThat(onEngine.retention()).hasValue(retention);
        bench.clock().reset();
        return killed;
    }
}
