package io.bramble.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bramble.bucket.WatchedStores.Moment;
import io.bramble.storage.StoreException.Refused;
import io.bramble.storage.StoreException.StoreUnavailable;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How jobs share the workers with others, and what they make of trouble. */
@DrivenTest
class ObjectJobTurnsTest extends JobStage {
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(6);

    @Test
    void a_long_job_lets_others_go_first() {
        fill(150);
        program.put("x", "y");
        var endless = copy("may/", "copies/", Duplicates.SKIP);
        var small = jobs.rename(ann, bucket.id(), "x", "z", Duplicates.SKIP);
        bench.at(5, Moment.AFTER, () -> bench.clock().advance(ObjectJobTask.SHARE));
        bench.worker().work();
        assertDone(endless, 150);
        assertDone(small, 1);
        assertThat(now(small).endedAt()).isBefore(now(endless).endedAt());
    }

    @Test
    void a_job_stops_when_it_is_told() {
        fill(150);
        var begun = copy("may/", "copies/", Duplicates.SKIP);
        bench.at(5, Moment.AFTER, () -> jobs.stop(ann, begun.id()));
        bench.worker().work();
        assertThat(now(begun).state()).isEqualTo(ObjectJob.State.STOPPED);
        assertThat(now(begun).doneObjects()).isBetween(1L, (long) Copying.BATCH);
        assertThat((long) listed().size()).isEqualTo(150 + now(begun).doneObjects());
    }

    @Test
    void a_move_asks_the_engine_a_few_times_for_each_file() {
        fill(50);
        bench.at(0, Moment.BEFORE, () -> {}); // counts from here
        assertMoved(jobs.rename(ann, bucket.id(), "may/", "june", Duplicates.SKIP));
        assertThat(bench.reached(50 * 4)).as("looks, copies, compares, deletes").isTrue();
        assertThat(bench.reached(50 * 4 + 10)).as("any more").isFalse();
    }

    private void assertMoved(ObjectJob begun) {
        bench.worker().work();
        assertDone(begun, 50);
        assertThat(listed()).hasSize(50).allMatch(key -> key.startsWith("june/"));
    }

    @Test
    void an_account_has_only_so_many_under_way() {
        var waiting = IntStream.range(0, ObjectJobs.MOST)
                .mapToObj(_ -> deletion("may/"))
                .toList();
        assertThatThrownBy(() -> deletion("may/"))
                .isInstanceOf(LimitReached.class)
                .hasMessageContaining("100 jobs under way");
        jobs.undo(ann, waiting.getFirst().id());
        assertThat(deletion("may/").state()).isEqualTo(ObjectJob.State.WAITING);
    }

    @Test
    void what_the_engine_refuses_for_good_ends_a_job() {
        fill(3);
        var begun = copy("may/", "copies/", Duplicates.SKIP);
        failAt(1, new Refused("InvalidArgument", "No such thing.", null));
        bench.worker().work();
        assertThat(now(begun).state()).isEqualTo(ObjectJob.State.FAILED);
        assertThat(now(begun).problem()).contains("No such thing.");
    }

    @Test
    void what_nobody_has_foreseen_is_said_tried_again_and_given_up_in_the_end() {
        fill(3);
        var begun = copy("may/", "copies/", Duplicates.SKIP);
        bench.onlyJobs();
        for (var tries = 1; tries < ObjectJobTask.TRIES; tries++) {
            failAt(1, new IllegalStateException("a bug"));
            bench.worker().work();
            assertThat(now(begun).state()).isEqualTo(ObjectJob.State.RUNNING);
            assertThat(now(begun).problem()).contains("unexpected", begun.id().toString(), "tried again");
            bench.clock().advance(LONGEST_PAUSE);
        }
        failAt(1, new IllegalStateException("a bug"));
        bench.worker().work();
        assertThat(now(begun).state()).isEqualTo(ObjectJob.State.FAILED);
        assertThat(now(begun).problem()).contains("unexpected").doesNotContain("a bug", "tried again");
    }

    @Test
    void a_store_that_is_away_is_waited_for_however_long_that_takes() {
        fill(3);
        var begun = copy("may/", "copies/", Duplicates.SKIP);
        bench.onlyJobs();
        for (var tries = 1; tries < 2 * ObjectJobTask.TRIES; tries++) {
            failAt(1, new StoreUnavailable("no answer", null));
            bench.worker().work();
            assertThat(now(begun).problem()).contains("does not answer");
            bench.clock().advance(LONGEST_PAUSE);
        }
        bench.worker().work();
        assertDone(begun, 3);
    }

    private void failAt(int call, RuntimeException problem) {
        bench.at(call, Moment.BEFORE, () -> {
            throw problem;
        });
    }
}
