package io.bramble.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bramble.account.Membership;
import io.bramble.bucket.WatchedStores.Moment;
import io.bramble.storage.KeyInfo;
import io.bramble.storage.ListRequest;
import io.bramble.storage.Permission;
import io.bramble.storage.StoreException.AccessDenied;
import io.bramble.storage.StoredObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Workers that are killed around every single call to the engine: another one ends what they began. */
@DrivenTest
class PassFaultTest {
    private static final NewKey READ_WRITE = new NewKey("program", Permission.READ_WRITE, "", null);
    private static final String USABLE_KEYS =
            "select access_key_id from access_key where bucket_id = ? and state = 'ACTIVE'";

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
    }

    @Test
    void a_worker_killed_anywhere_in_making_a_bucket_leaves_one_bucket_and_each_key_once() {
        for (var moment : Moment.values()) {
            var call = 1;
            while (makingKilledAt(call, moment)) call++;
            assertThat(call).as("calls in all").isGreaterThan(12);
        }
    }

    private boolean makingKilledAt(int call, Moment moment) {
        bench.begin();
        var ann = customers.arrive("ann");
        var bucket = customers.create(ann, customers.unique("photos"));
        var issued = keys.issue(ann, bucket.id(), READ_WRITE);
        bench.killAt(call, moment);
        bench.worker().work();
        var killed = bench.reached(call);
        assertThat(buckets.get(ann, bucket.id()).state())
                .isEqualTo(killed ? BucketState.PROVISIONING : BucketState.READY);
        bench.letOtherTakeOver();
        assertMadeOnce(ann, bucket, customers.program(bucket, issued));
        return killed;
    }

    private void assertMadeOnce(Membership ann, BucketView bucket, Customers.Program program) {
        assertThat(buckets.get(ann, bucket.id()).state()).isEqualTo(BucketState.READY);
        assertThat(bench.engine().buckets()).containsOnlyOnce(bucket.name());
        assertThat(keysOnEngine(bucket.name()))
                .hasSize(4)
                .containsExactlyInAnyOrderElementsOf(bench.strings(USABLE_KEYS, bucket.id()));
        program.put("one", "1");
        assertThat(program.get("one")).isEqualTo("1");
        assertThat(objects(program)).containsExactly("one");
    }

    @Test
    void a_worker_killed_anywhere_in_purging_a_bucket_leaves_nothing_and_frees_the_name() {
        for (var moment : Moment.values()) {
            var call = 1;
            while (purgeKilledAt(call, moment)) call++;
            assertThat(call).as("calls in all").isGreaterThan(15);
        }
    }

    private boolean purgeKilledAt(int call, Moment moment) {
        bench.begin();
        var ann = customers.arrive("ann");
        var bucket = deletedWithObjects(ann);
        bench.killAt(call, moment);
        bench.worker().work();
        bench.letOtherTakeOver();
        bench.clock().advance(Buckets.UNDO);
        bench.worker().work();
        var killed = bench.reached(call);
        bench.letOtherTakeOver();
        assertPurgedOnce(ann, bucket);
        return killed;
    }

    private BucketView deletedWithObjects(Membership ann) {
        var bucket = customers.create(ann, customers.unique("photos"));
        var program = customers.program(bucket, keys.issue(ann, bucket.id(), READ_WRITE));
        bench.worker().work();
        for (var key : List.of("a", "b/c", "b/d")) program.put(key, key);
        buckets.delete(ann, bucket.id(), bucket.name());
        return bucket;
    }

    private void assertPurgedOnce(Membership ann, BucketView bucket) {
        assertThatThrownBy(() -> buckets.get(ann, bucket.id())).isInstanceOf(BucketNotFound.class);
        assertThat(bench.engine().buckets()).doesNotContain(bucket.name());
        assertThat(keysOnEngine(bucket.name())).isEmpty();
        assertThat(bench.strings("select distinct state from access_key where bucket_id = ?", bucket.id()))
                .containsExactly("REVOKED");
        assertThat(bench.strings(
                        "select name from access_key where bucket_id = ? and secret_enc is not null", bucket.id()))
                .as("keys with a secret")
                .isEmpty();
        assertThat(bench.strings(
                        "select actor from audit_event where action = 'bucket.purged' and target = ?::text",
                        bucket.id()))
                .containsExactly("bramble");
        assertThat(buckets.check(ann, customers.namespaceOf(ann), bucket.name()))
                .isInstanceOf(NameCheck.Free.class);
    }

    @Test
    void a_key_issued_during_a_pass_works_after_it() {
        var call = 0;
        do {
            call++;
            bench.begin();
            var ann = customers.arrive("ann");
            var bucket = customers.create(ann, customers.unique("photos"));
            bench.at(call, Moment.AFTER, () -> keys.issue(ann, bucket.id(), READ_WRITE));
            bench.worker().work();
            assertThat(keys.list(ann, bucket.id())).allMatch(key -> key.state() == KeyState.ACTIVE);
            assertThat(keysOnEngine(bucket.name())).hasSize(bench.reached(call) ? 4 : 3);
        } while (bench.reached(call));
    }

    @Test
    void a_bucket_deleted_during_a_pass_is_cut_off_after_it() {
        var call = 0;
        do {
            call++;
            bench.begin();
            var ann = customers.arrive("ann");
            var bucket = customers.create(ann, customers.unique("photos"));
            var program = customers.program(bucket, keys.issue(ann, bucket.id(), READ_WRITE));
            bench.at(call, Moment.AFTER, () -> buckets.delete(ann, bucket.id(), bucket.name()));
            bench.worker().work();
            if (!bench.reached(call)) return;
            assertThat(buckets.get(ann, bucket.id()).state()).isEqualTo(BucketState.DELETED);
            assertThatThrownBy(() -> program.put("one", "1")).isInstanceOf(AccessDenied.class);
        } while (true);
    }

    private List<String> keysOnEngine(String bucket) {
        return bench.engine().keys(bucket).stream().map(KeyInfo::accessKeyId).toList();
    }

    private static List<String> objects(Customers.Program program) {
        return program.store().list(program.bucket(), ListRequest.subtree("", 10)).objects().stream()
                .map(StoredObject::key)
                .toList();
    }
}
