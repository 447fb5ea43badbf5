package io.bramble.bucket;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.bramble.ModuleTest;
import io.bramble.account.InvalidField;
import io.bramble.account.Standing;
import io.bramble.local.SettableClock;
import io.bramble.provisioning.Engines;
import io.bramble.storage.ListRequest;
import io.bramble.storage.StoreException.AccessDenied;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ModuleTest
@Import(Customers.class)
class BucketLifeTest {
    @Autowired
    Buckets buckets;

    @Autowired
    Customers customers;

    @Autowired
    Engines engines;

    @Autowired
    SettableClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void a_new_bucket_is_ready_within_two_seconds() {
        var ann = customers.arrive("ann");
        customers.ready(ann, "warm-up");
        var photos = customers.create(ann, customers.unique("photos"));
        assertThat(photos.state()).isEqualTo(BucketState.PROVISIONING);
        assertThat(photos.stepText()).isEqualTo("waiting for the engine");
        await().atMost(2, SECONDS)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> buckets.get(ann, photos.id()).state() == BucketState.READY);
        var ready = buckets.get(ann, photos.id());
        assertThat(ready.step()).isEqualTo(ready.steps());
        assertThat(ready.problem()).isNull();
    }

    @Test
    void a_program_writes_and_reads_with_its_key() {
        var ann = customers.arrive("ann");
        var program = customers.program(ann, customers.ready(ann, "photos"));
        program.put("a//b/../c 🫐", "hello");
        assertThat(program.get("a//b/../c 🫐")).isEqualTo("hello");
    }

    @Test
    void the_test_of_a_new_bucket_leaves_nothing_behind() {
        var ann = customers.arrive("ann");
        var bucket = customers.ready(ann, "photos");
        var program = customers.program(ann, bucket);
        assertThat(program.store()
                        .list(bucket.name(), ListRequest.subtree("", 10))
                        .objects())
                .isEmpty();
    }

    @Test
    void of_two_accounts_that_want_one_name_exactly_one_gets_it() throws Exception {
        var ann = customers.arrive("ann");
        var bob = customers.arrive("bob");
        var name = customers.unique("wanted");
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = pool.submit(() -> buckets.create(ann, customers.namespaceOf(ann), name));
            var second = pool.submit(() -> buckets.create(bob, customers.namespaceOf(bob), name));
            var outcomes = List.of(first.get(), second.get());
            assertThat(outcomes).filteredOn(Creation.Accepted.class::isInstance).hasSize(1);
            assertThat(outcomes)
                    .filteredOn(Creation.NameTaken.class::isInstance)
                    .first()
                    .satisfies(taken -> assertThat(((Creation.NameTaken) taken).suggestion())
                            .startsWith(name + "-"));
        }
    }

    @Test
    void a_taken_name_is_told_while_typing_with_a_free_variant() {
        var ann = customers.arrive("ann");
        var bob = customers.arrive("bob");
        var taken = customers.ready(ann, "photos").name();
        var check = (NameCheck.Taken) buckets.check(bob, customers.namespaceOf(bob), taken);
        assertThat(buckets.check(bob, customers.namespaceOf(bob), check.suggestion()))
                .isInstanceOf(NameCheck.Free.class);
        assertThat(check.message()).contains(check.suggestion()).doesNotContain("deleted");
    }

    @Test
    void deleting_cuts_access_and_restoring_brings_keys_and_objects_back() {
        var ann = customers.arrive("ann");
        var bucket = customers.ready(ann, "photos");
        var program = customers.program(ann, bucket);
        program.put("one", "1");
        buckets.delete(ann, bucket.id(), bucket.name());
        await().atMost(5, SECONDS).untilAsserted(() -> assertThatThrownBy(() -> program.get("one"))
                .isInstanceOf(AccessDenied.class));
        clock.advance(Duration.ofDays(6));
        buckets.restore(ann, bucket.id());
        customers.awaitState(ann, bucket.id(), BucketState.READY);
        assertThat(program.get("one")).isEqualTo("1");
    }

    @Test
    void after_seven_days_a_deleted_bucket_is_purged_and_its_name_is_free() {
        var ann = customers.arrive("ann");
        var bucket = customers.ready(ann, "photos");
        var program = customers.program(ann, bucket);
        for (var i = 0; i < 25; i++) program.put("folder/" + i, "x");
        buckets.delete(ann, bucket.id(), bucket.name());
        customers.awaitState(ann, bucket.id(), BucketState.DELETED);
        var own = (NameCheck.Taken) buckets.check(ann, customers.namespaceOf(ann), bucket.name());
        assertThat(own.message()).contains("deleted").contains("restore");
        clock.advance(Buckets.UNDO);
        await().atMost(15, SECONDS).untilAsserted(() -> assertThatThrownBy(() -> buckets.get(ann, bucket.id()))
                .isInstanceOf(BucketNotFound.class));
        assertThatThrownBy(() -> buckets.restore(ann, bucket.id())).isInstanceOf(BucketNotFound.class);
        assertThat(engines.admin(engines.place(null)).buckets()).doesNotContain(bucket.name());
        assertThat(buckets.check(ann, customers.namespaceOf(ann), bucket.name()))
                .isInstanceOf(NameCheck.Free.class);
    }

    @Test
    void two_tabs_that_delete_one_bucket_delete_it_once() {
        var ann = customers.arrive("ann");
        var bucket = customers.ready(ann, "photos");
        var first = buckets.delete(ann, bucket.id(), bucket.name());
        clock.advance(Duration.ofMinutes(1));
        assertThat(buckets.delete(ann, bucket.id(), bucket.name())).isEqualTo(first);
    }

    @Test
    void deleting_needs_the_name_typed() {
        var ann = customers.arrive("ann");
        var bucket = customers.ready(ann, "photos");
        assertThatThrownBy(() -> buckets.delete(ann, bucket.id(), "photo"))
                .isInstanceOf(InvalidField.class)
                .hasMessageContaining(bucket.name());
        assertThat(buckets.get(ann, bucket.id()).state()).isEqualTo(BucketState.READY);
    }

    @Test
    void a_suspended_account_is_refused_within_five_seconds_and_let_in_again() {
        var ann = customers.arrive("ann");
        var program = customers.program(ann, customers.ready(ann, "photos"));
        program.put("one", "1");
        customers.standing(ann, Standing.SUSPENDED);
        await().atMost(5, SECONDS).untilAsserted(() -> assertThatThrownBy(() -> program.get("one"))
                .isInstanceOf(AccessDenied.class));
        customers.standing(ann, Standing.ACTIVE);
        await().atMost(5, SECONDS)
                .ignoreExceptionsInstanceOf(AccessDenied.class)
                .untilAsserted(() -> assertThat(program.get("one")).isEqualTo("1"));
    }

    @Test
    void a_read_only_account_reads_and_deletes_but_does_not_write() {
        var ann = customers.arrive("ann");
        var program = customers.program(ann, customers.ready(ann, "photos"));
        program.put("one", "1");
        customers.standing(ann, Standing.READ_ONLY);
        await().atMost(5, SECONDS).untilAsserted(() -> assertThatThrownBy(() -> program.put("two", "2"))
                .isInstanceOf(AccessDenied.class));
        assertThat(program.get("one")).isEqualTo("1");
        program.store().delete(program.bucket(), "one");
        assertThat(program.store().head(program.bucket(), "one")).isEmpty();
    }

    @Test
    void buckets_are_listed_by_name_page_by_page_and_found_by_a_part_of_it() {
        var ann = customers.arrive("ann");
        var names = Stream.of("c-films", "a-photos", "b-photos")
                .map(customers::unique)
                .toList();
        names.forEach(name -> customers.create(ann, name));
        assertThat(names(buckets.list(ann, BucketQuery.after(null, 2)))).containsExactly(names.get(1), names.get(2));
        assertThat(names(buckets.list(ann, BucketQuery.after(names.get(2), 2)))).containsExactly(names.get(0));
        assertThat(names(buckets.list(ann, BucketQuery.slice("photo", 1, 5)))).containsExactly(names.get(2));
        var films = buckets.find(ann, customers.namespaceName(ann), names.get(0));
        buckets.delete(ann, films.id(), films.name());
        assertThat(buckets.list(ann, new BucketQuery("films", false, null, 0, 5)))
                .isEmpty();
        assertThat(buckets.list(ann, new BucketQuery("films", true, null, 0, 5)))
                .hasSize(1);
    }

    private static List<String> names(List<BucketView> page) {
        return page.stream().map(BucketView::name).toList();
    }

    @Test
    void an_account_has_as_many_buckets_as_its_plan_allows() {
        var ann = customers.arrive("ann");
        for (var i = 0; i < 5; i++) customers.create(ann, customers.unique("photos"));
        assertThat(buckets.create(ann, customers.namespaceOf(ann), customers.unique("photos")))
                .isEqualTo(new Creation.LimitReached(5));
    }
}
