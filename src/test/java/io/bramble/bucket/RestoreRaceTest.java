package io.bramble.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.bramble.account.Membership;
import io.bramble.bucket.WatchedStores.Moment;
import io.bramble.storage.Permission;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody restores a bucket at the moment its purge begins: exactly one of the two happens. */
@DrivenTest
class RestoreRaceTest {
    /** Calls of the pass that decides to purge: the engine's health, then whether the bucket is there, cut, and the end. */
    private static final int END_OF_DECIDING_PASS = 4;

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

    /** A bucket whose seven days are over, with an object in it. */
    private record Due(Membership owner, BucketView bucket, Customers.Program program) {}

    private Due due() {
        bench.begin();
        var ann = customers.arrive("ann");
        var bucket = customers.create(ann, customers.unique("photos"));
        var issued = keys.issue(ann, bucket.id(), new NewKey("program", Permission.READ_WRITE, "", null));
        var program = customers.program(bucket, issued);
        bench.worker().work();
        program.put("one", "1");
        buckets.delete(ann, bucket.id(), bucket.name());
        bench.clock().advance(Buckets.UNDO);
        return new Due(ann, bucket, program);
    }

    @Test
    void a_restore_that_comes_before_the_purge_is_written_down_keeps_everything() {
        var due = due();
        bench.at(
                END_OF_DECIDING_PASS,
                Moment.AFTER,
                () -> buckets.restore(due.owner(), due.bucket().id()));
        bench.worker().work();
        assertKept(due);
    }

    @Test
    void a_restore_that_comes_after_it_is_refused_in_words() {
        var due = due();
        var refusal = new AtomicReference<Throwable>();
        bench.at(END_OF_DECIDING_PASS + 1, Moment.BEFORE, () -> refusal.set(restoring(due)));
        bench.worker().work();
        assertThat(refusal.get()).isInstanceOf(PurgeStarted.class).hasMessageContaining("can't be restored any more");
        assertPurged(due);
    }

    @Test
    void of_a_restore_and_a_purge_at_the_same_moment_exactly_one_happens() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var round = 0; round < 10; round++) {
                var due = due();
                var restored = new AtomicReference<Future<BucketView>>();
                bench.at(
                        END_OF_DECIDING_PASS,
                        Moment.AFTER,
                        () -> restored.set(threads.submit(
                                () -> buckets.restore(due.owner(), due.bucket().id()))));
                bench.worker().work();
                if (succeeds(restored.get())) {
                    bench.worker().work();
                    assertKept(due);
                } else assertPurged(due);
            }
        }
    }

    private static boolean succeeds(Future<BucketView> restored) throws InterruptedException {
        try {
            return restored.get().state() == BucketState.PROVISIONING;
        } catch (ExecutionException refused) {
            assertThat(refused.getCause()).isInstanceOfAny(PurgeStarted.class, BucketNotFound.class);
            return false;
        }
    }

    private Throwable restoring(Due due) {
        return catchThrowable(() -> buckets.restore(due.owner(), due.bucket().id()));
    }

    private void assertKept(Due due) {
        assertThat(buckets.get(due.owner(), due.bucket().id()).state()).isEqualTo(BucketState.READY);
        assertThat(due.program().get("one")).isEqualTo("1");
    }

    private void assertPurged(Due due) {
        assertThatThrownBy(() -> buckets.get(due.owner(), due.bucket().id())).isInstanceOf(BucketNotFound.class);
        assertThat(bench.engine().buckets()).doesNotContain(due.bucket().name());
    }
}
