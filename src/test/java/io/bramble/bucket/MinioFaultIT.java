package io.bramble.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import io.bramble.MinioModuleTest;
import io.bramble.account.Membership;
import io.bramble.bucket.WatchedStores.Moment;
import io.bramble.storage.FaultyDoor;
import io.bramble.storage.KeyInfo;
import io.bramble.storage.MinioServer;
import io.bramble.storage.Permission;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** A real MinIO server that dies, dawdles or turns Bramble away while a bucket is made. */
@MinioModuleTest
@Import({Customers.class, Workbench.class})
@TestPropertySource(properties = "bramble.worker.enabled=false")
class MinioFaultIT {
    private static final NewKey READ_WRITE = new NewKey("program", Permission.READ_WRITE, "", null);
    private static final Duration LATER = Duration.ofMinutes(15);

    @TempDir
    private static Path folder;

    private static MinioServer minio;
    private static FaultyDoor door;

    @DynamicPropertySource
    static void startMinio(DynamicPropertyRegistry properties) throws Exception {
        minio = MinioServer.start(folder);
        door = FaultyDoor.before(minio.endpoint());
        minio.describe(properties, door.endpoint());
    }

    @AfterAll
    static void stopMinio() throws IOException {
        door.close();
        minio.close();
    }

    @Autowired
    Buckets buckets;

    @Autowired
    AccessKeys keys;

    @Autowired
    Customers customers;

    @Autowired
    Workbench bench;

    @BeforeEach
    @AfterEach
    void begin() {
        bench.begin();
        door.well();
    }

    @Test
    void an_engine_killed_before_any_call_has_one_bucket_and_each_key_once_in_the_end() {
        var call = 1;
        while (engineKilledAt(call) == BucketState.PROVISIONING) call++;
        assertThat(call).as("calls in all").isGreaterThan(12);
    }

    /** @return what became of the bucket meanwhile; ready when there was no such call, or it was the end of the pass */
    private BucketState engineKilledAt(int call) {
        bench.begin();
        var ann = customers.arrive("ann");
        var bucket = customers.create(ann, customers.unique("photos"));
        var issued = keys.issue(ann, bucket.id(), READ_WRITE);
        bench.at(call, Moment.BEFORE, minio::kill);
        bench.worker().work();
        var meanwhile = buckets.get(ann, bucket.id()).state();
        if (meanwhile == BucketState.PROVISIONING) assertWaitsInWords(ann, bucket);
        if (bench.reached(call)) minio.startAgain();
        assertMadeOnce(ann, bucket, issued);
        return meanwhile;
    }

    @Test
    void an_engine_that_dawdles_is_waited_for_and_the_person_told() {
        var ann = customers.arrive("ann");
        var bucket = customers.create(ann, customers.unique("photos"));
        var issued = keys.issue(ann, bucket.id(), READ_WRITE);
        door.slow(Duration.ofSeconds(6));
        bench.worker().work();
        assertWaitsInWords(ann, bucket);
        door.well();
        assertMadeOnce(ann, bucket, issued);
    }

    @Test
    void an_engine_that_is_busy_is_asked_again_and_the_person_told() {
        var ann = customers.arrive("ann");
        var bucket = customers.create(ann, customers.unique("photos"));
        var issued = keys.issue(ann, bucket.id(), READ_WRITE);
        door.busy();
        bench.worker().work();
        assertWaitsInWords(ann, bucket);
        door.well();
        assertMadeOnce(ann, bucket, issued);
    }

    private void assertWaitsInWords(Membership ann, BucketView bucket) {
        var seen = buckets.get(ann, bucket.id());
        assertThat(seen.state()).isEqualTo(BucketState.PROVISIONING);
        assertThat(seen.problem()).contains("engine", "again");
    }

    private void assertMadeOnce(Membership ann, BucketView bucket, IssuedKey issued) {
        bench.clock().advance(LATER);
        bench.worker().work();
        var made = buckets.get(ann, bucket.id());
        assertThat(made.state()).as(() -> "problem: " + made.problem()).isEqualTo(BucketState.READY);
        assertThat(minio.admin().buckets()).containsOnlyOnce(bucket.name());
        assertThat(minio.admin().keys(bucket.name()))
                .extracting(KeyInfo::accessKeyId)
                .doesNotHaveDuplicates()
                .hasSize(4);
        var program = customers.program(bucket, issued);
        program.put("one", "1");
        assertThat(program.get("one")).isEqualTo("1");
    }
}
