package io.bramble.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import io.bramble.account.Membership;
import io.bramble.bucket.WatchedStores.Moment;
import io.bramble.storage.ListRequest;
import io.bramble.storage.Permission;
import io.bramble.storage.StoredObject;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Folders whose deletion is killed or frozen in the middle: it is finished, and says how much it deleted in all. */
@DrivenTest
class FolderDeletionFaultTest {
    @Autowired
    FolderDeletions deletions;

    @Autowired
    AccessKeys keys;

    @Autowired
    Customers customers;

    @Autowired
    Workbench bench;

    private Membership ann;
    private BucketView bucket;
    private Customers.Program program;

    @BeforeEach
    void arrive() {
        bench.begin();
        ann = customers.arrive("ann");
        bucket = customers.create(ann, customers.unique("photos"));
        var issued = keys.issue(ann, bucket.id(), new NewKey("program", Permission.READ_WRITE, "", null));
        program = customers.program(bucket, issued);
        bench.worker().work();
        program.put("kept", "x");
    }

    @AfterEach
    void end() {
        bench.begin();
    }

    @Test
    void killed_around_any_call_it_deletes_the_rest_and_counts_each_object_once() {
        for (var moment : Moment.values()) {
            var call = 1;
            while (killedAt(call, moment)) call++;
            assertThat(call).as("calls in all").isGreaterThan(3);
        }
    }

    private boolean killedAt(int call, Moment moment) {
        fill(5);
        bench.killAt(call, moment);
        var begun = deletions.begin(ann, bucket.id(), "may/");
        bench.worker().work();
        var killed = bench.reached(call);
        bench.letOtherTakeOver();
        assertDone(begun, 5);
        return killed;
    }

    @Test
    void killed_within_its_second_batch_it_counts_what_that_had_deleted() {
        fill(1_005);
        var begun = deletions.begin(ann, bucket.id(), "may/");
        // list, delete, list, and before the second delete answers: half of it is done
        bench.at(4, Moment.BEFORE, () -> {
            program.store().delete(bucket.name(), "may/1001");
            program.store().delete(bucket.name(), "may/1003");
            throw new WatchedStores.Killed();
        });
        bench.worker().work();
        assertThat(deletions.get(ann, begun.id()).deletedObjects()).isEqualTo(1_000);
        bench.letOtherTakeOver();
        assertDone(begun, 1_005);
    }

    @Test
    void frozen_until_another_has_finished_it_changes_no_total() {
        for (var call = 1; call <= 4; call++) {
            fill(5);
            var begun = deletions.begin(ann, bucket.id(), "may/");
            bench.at(call, Moment.AFTER, bench::letOtherTakeOver);
            bench.worker().work();
            assertDone(begun, 5);
        }
    }

    private void assertDone(FolderDeletion begun, int objects) {
        var done = deletions.get(ann, begun.id());
        assertThat(done.state()).isEqualTo(FolderDeletion.State.DONE);
        assertThat(done.deletedObjects()).isEqualTo(objects);
        assertThat(done.failedObjects()).isZero();
        assertThat(program.store()
                        .list(bucket.name(), ListRequest.subtree("", 10))
                        .objects())
                .extracting(StoredObject::key)
                .containsExactly("kept");
    }

    /** Objects may/0001 and so on. */
    private void fill(int objects) {
        try (var threads = Executors.newFixedThreadPool(8)) {
            IntStream.rangeClosed(1, objects)
                    .forEach(number -> threads.execute(() -> program.put("may/%04d".formatted(number), "x")));
        }
    }
}
