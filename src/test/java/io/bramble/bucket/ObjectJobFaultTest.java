package io.bramble.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import io.bramble.bucket.WatchedStores.Moment;
import io.bramble.storage.StoreException.StoreUnavailable;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Jobs whose worker is killed or frozen in the middle: each is finished, and says how much it did in all. */
@DrivenTest
class ObjectJobFaultTest extends JobStage {
    @BeforeEach
    void something_is_beside_it() {
        program.put("kept", "x");
    }

    @Test
    void a_deletion_killed_around_any_call_deletes_the_rest_and_counts_each_object_once() {
        killedAnywhere(() -> deletion("may/"), 3, List.of("kept"));
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
                () -> copy("may/", "copies/", Duplicates.KEEP_BOTH),
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

    /** Sent in parts, so that nothing but its size could tell it from the copy. */
    @Test
    void a_move_that_replaces_never_takes_the_old_file_for_its_copy() throws Exception {
        for (var end : List.<Supplier<Throwable>>of(WatchedStores.Killed::new, () -> new StoreUnavailable("cut", null)))
            for (var moment : Moment.values()) {
                var call = 1;
                while (replacedDespite(end, call, moment)) call++;
                assertThat(call).as("calls in all").isGreaterThan(5);
            }
    }

    private boolean replacedDespite(Supplier<Throwable> end, int call, Moment moment) throws Exception {
        program.put("may", "new content");
        InParts.put(program, "june", "old content");
        var begun = jobs.rename(ann, bucket.id(), "may", "june", Duplicates.REPLACE);
        bench.at(call, moment, () -> sneak(end.get()));
        bench.worker().work();
        var reached = bench.reached(call);
        bench.letOtherTakeOver();
        assertDone(begun, 1);
        assertThat(program.get("june")).as("ended %s call %d", moment, call).isEqualTo("new content");
        assertThat(listed()).containsExactly("june", "kept");
        return reached;
    }

    /** Its ETag is none that a copy has, and its checksums are gone with it. */
    @Test
    void a_file_sent_in_parts_is_moved_though_its_worker_is_killed_after_it_has_gone() throws Exception {
        for (var moment : Moment.values()) {
            var call = 1;
            while (movedDespite(call, moment)) call++;
            assertThat(call).as("calls in all").isGreaterThan(5);
        }
    }

    private boolean movedDespite(int call, Moment moment) throws Exception {
        InParts.put(program, "may", "in parts");
        var begun = jobs.rename(ann, bucket.id(), "may", "june", Duplicates.REPLACE);
        bench.at(call, moment, () -> sneak(new WatchedStores.Killed()));
        bench.worker().work();
        var reached = bench.reached(call);
        bench.letOtherTakeOver();
        assertDone(begun, 1);
        assertThat(listed()).as("killed %s call %d", moment, call).containsExactly("june", "kept");
        return reached;
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable thrown) throws T {
        throw (T) thrown;
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
        var begun = deletion("may/");
        bench.clock().advance(ObjectJobs.UNDO);
        // list, delete, list, and before the second delete answers: half of it is done
        bench.at(4, Moment.BEFORE, () -> {
            program.store().delete(bucket.name(), "may/1001");
            program.store().delete(bucket.name(), "may/1003");
            throw new WatchedStores.Killed();
        });
        bench.worker().work();
        assertThat(now(begun).doneObjects()).isEqualTo(1_000);
        bench.letOtherTakeOver();
        assertDone(begun, 1_005);
    }

    @Test
    void frozen_until_another_has_finished_it_changes_no_total() {
        for (var call = 1; call <= 4; call++) {
            fill(5);
            var begun = deletion("may/");
            bench.clock().advance(ObjectJobs.UNDO);
            bench.at(call, Moment.AFTER, bench::letOtherTakeOver);
            bench.worker().work();
            assertDone(begun, 5);
            assertThat(listed()).containsExactly("kept");
        }
    }

    @Test
    void frozen_until_another_has_finished_it_leaves_alone_what_came_afterwards() {
        var call = 1;
        while (frozenAfter(call)) call++;
        assertThat(call).as("calls in all").isGreaterThan(7);
    }

    private boolean frozenAfter(int call) {
        fill(3);
        for (var copy : List.of("copies/may/0001", "copies/may/0003")) program.put(copy, "old");
        var begun = copy("may/", "copies/", Duplicates.REPLACE);
        bench.at(call, Moment.AFTER, () -> {
            bench.letOtherTakeOver();
            program.put("copies/may/0001", "newer");
            program.put("copies/may/0003", "newer");
        });
        bench.worker().work();
        assertDone(begun, 3);
        if (!bench.reached(call)) return false;
        assertThat(program.get("copies/may/0001"))
                .as("frozen after call %d", call)
                .isEqualTo("newer");
        assertThat(program.get("copies/may/0003"))
                .as("frozen after call %d", call)
                .isEqualTo("newer");
        return true;
    }

    @Test
    void frozen_before_it_repeats_a_batch_it_deletes_nothing_that_came_afterwards() {
        fill(5);
        var begun = deletion("may/");
        bench.clock().advance(ObjectJobs.UNDO);
        bench.killAt(2, Moment.BEFORE); // the batch is written down, nothing of it is deleted
        bench.worker().work();
        bench.onceBeforeOpening(() -> {
            bench.letOtherTakeOver();
            program.put("may/0003", "new");
        });
        bench.clock().advance(DrivenWorker.DEAD_AFTER);
        bench.worker().takeOver();
        assertDone(begun, 5);
        assertThat(listed()).containsExactly("kept", "may/0003");
    }
}
