package io.bramble.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import io.bramble.account.Membership;
import io.bramble.bucket.WatchedStores.Moment;
import io.bramble.storage.ListRequest;
import io.bramble.storage.Permission;
import io.bramble.storage.StoredObject;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Jobs whose worker is killed or frozen in the middle: each is finished, and says how much it did in all. */
@DrivenTest
class ObjectJobFaultTest {
    @Autowired
    ObjectJobs jobs;

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
    void a_deletion_killed_around_any_call_deletes_the_rest_and_counts_each_object_once() {
        killedAnywhere(this::deletion, 3, List.of("kept"));
    }

    @Test
    void a_move_killed_around_any_call_loses_and_doubles_nothing() {
        killedAnywhere(
                () -> jobs.rename(ann, bucket.id(), "may/", "june", Duplicates.KEEP_BOTH),
                20,
                List.of("june/0001", "june/0002", "june/0003", "june/0004", "june/0005", "kept"));
        assertThat(program.get("june/0003")).isEqualTo("content 3");
    }

    @Test
    void a_copy_killed_around_any_call_keeps_both_exactly_once() {
        program.put("copies/may/0001", "was here");
        killedAnywhere(
                () -> jobs.copy(
                        ann,
                        bucket.id(),
                        ObjectSelection.folder("may/"),
                        new Destination(bucket.id(), "copies/", Duplicates.KEEP_BOTH)),
                10,
                List.of(
                        "copies/may/0001",
                        "copies/may/0001 (2)",
                        "copies/may/0002",
                        "copies/may/0003",
                        "copies/may/0004",
                        "copies/may/0005",
                        "kept",
                        "may/0001",
                        "may/0002",
                        "may/0003",
                        "may/0004",
                        "may/0005"));
    }

    private void killedAnywhere(Supplier<ObjectJob> job, int atLeastCalls, List<String> expected) {
        var before = listed();
        for (var moment : Moment.values()) {
            var call = 1;
            var killed = true;
            while (killed) {
                listed().stream().filter(key -> !before.contains(key)).forEach(key -> program.store()
                        .delete(bucket.name(), key));
                fill(5);
                killed = killedAt(call++, moment, job);
                assertThat(listed()).as("killed %s call %d", moment, call - 1).isEqualTo(expected);
            }
            assertThat(call).as("calls in all").isGreaterThan(atLeastCalls);
        }
    }

    private boolean killedAt(int call, Moment moment, Supplier<ObjectJob> job) {
        bench.killAt(call, moment);
        var begun = job.get();
        bench.clock().advance(ObjectJobs.UNDO);
        bench.worker().work();
        var killed = bench.reached(call);
        bench.letOtherTakeOver();
        assertDone(begun, 5);
        return killed;
    }

    @Test
    void killed_within_its_second_batch_it_counts_what_that_had_deleted() {
        fill(1_005);
        var begun = deletion();
        bench.clock().advance(ObjectJobs.UNDO);
        // list, delete, list, and before the second delete answers: half of it is done
        bench.at(4, Moment.BEFORE, () -> {
            program.store().delete(bucket.name(), "may/1001");
            program.store().delete(bucket.name(), "may/1003");
            throw new WatchedStores.Killed();
        });
        bench.worker().work();
        assertThat(jobs.get(ann, begun.id()).doneObjects()).isEqualTo(1_000);
        bench.letOtherTakeOver();
        assertDone(begun, 1_005);
    }

    @Test
    void frozen_until_another_has_finished_it_changes_no_total() {
        for (var call = 1; call <= 4; call++) {
            fill(5);
            var begun = deletion();
            bench.clock().advance(ObjectJobs.UNDO);
            bench.at(call, Moment.AFTER, bench::letOtherTakeOver);
            bench.worker().work();
            assertDone(begun, 5);
            assertThat(listed()).containsExactly("kept");
        }
    }

    private ObjectJob deletion() {
        return jobs.delete(ann, bucket.id(), ObjectSelection.folder("may/"));
    }

    private void assertDone(ObjectJob begun, int objects) {
        var done = jobs.get(ann, begun.id());
        assertThat(done.problem()).isNull();
        assertThat(jobs.failures(ann, begun.id())).isEmpty();
        assertThat(done.state()).isEqualTo(ObjectJob.State.DONE);
        assertThat(done.doneObjects()).isEqualTo(objects);
        assertThat(done.totalObjects()).isEqualTo(objects);
    }

    private List<String> listed() {
        return program.store().list(bucket.name(), ListRequest.subtree("", 100)).objects().stream()
                .map(StoredObject::key)
                .toList();
    }

    /** Objects may/0001 and so on. */
    private void fill(int objects) {
        try (var threads = Executors.newFixedThreadPool(8)) {
            IntStream.rangeClosed(1, objects)
                    .forEach(number ->
                            threads.execute(() -> program.put("may/%04d".formatted(number), "content " + number)));
        }
    }
}
