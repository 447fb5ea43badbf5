package io.bramble.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bramble.account.Membership;
import io.bramble.account.Standing;
import io.bramble.bucket.WatchedStores.Moment;
import io.bramble.storage.Permission;
import io.bramble.storage.StoreException.AccessDenied;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Workers that freeze after any call, are found dead, and go on when another has long done their work. */
@DrivenTest
class LostLeaseTest {
    private static final NewKey READ_WRITE = new NewKey("program", Permission.READ_WRITE, "", null);

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
    void a_frozen_maker_writes_nothing_and_gives_no_access_back() {
        var call = 1;
        while (makerFrozenAfter(call)) call++;
        assertThat(call).as("calls in all").isGreaterThan(12);
    }

    private boolean makerFrozenAfter(int call) {
        bench.begin();
        var ann = customers.arrive("ann");
        var bucket = customers.create(ann, customers.unique("photos"));
        var program = customers.program(bucket, keys.issue(ann, bucket.id(), READ_WRITE));
        var after = new AtomicReference<>("never frozen");
        bench.at(call, Moment.AFTER, () -> {
            bench.letOtherTakeOver();
            program.put("one", "1");
            customers.standing(ann, Standing.SUSPENDED);
            bench.other().work();
            after.set(bench.written(bucket.id()));
        });
        bench.worker().work();
        if (!bench.reached(call)) return false;
        assertThat(bench.written(bucket.id())).isEqualTo(after.get());
        assertThatThrownBy(() -> program.get("one")).isInstanceOf(AccessDenied.class);
        return true;
    }

    @Test
    void a_frozen_purger_writes_nothing_and_spares_the_next_bucket_of_that_name() {
        var call = 1;
        while (purgerFrozenAfter(call)) call++;
        assertThat(call).as("calls in all").isGreaterThan(12);
    }

    private boolean purgerFrozenAfter(int call) {
        bench.begin();
        var ann = customers.arrive("ann");
        var doomed = customers.create(ann, customers.unique("photos"));
        customersObjectIn(ann, doomed);
        buckets.delete(ann, doomed.id(), doomed.name());
        bench.clock().advance(Buckets.UNDO);
        var next = new AtomicReference<NextOwner>();
        bench.at(call, Moment.AFTER, () -> next.set(takeOverAndUseTheNameAgain(doomed)));
        bench.worker().work();
        if (!bench.reached(call)) return false;
        next.get().assertUntouched();
        return true;
    }

    private NextOwner takeOverAndUseTheNameAgain(BucketView doomed) {
        bench.letOtherTakeOver();
        var bob = customers.arrive("bob");
        var bucket = customers.create(bob, doomed.name());
        var program = customers.program(bucket, keys.issue(bob, bucket.id(), READ_WRITE));
        bench.other().work();
        program.put("bobs", "own");
        return new NextOwner(
                doomed,
                program,
                bench.written(doomed.id()),
                bench.engine().keys(doomed.name()).toString());
    }

    private final class NextOwner {
        private final BucketView before;
        private final Customers.Program program;
        private final String written;
        private final String keysOnEngine;

        NextOwner(BucketView before, Customers.Program program, String written, String keysOnEngine) {
            this.before = before;
            this.program = program;
            this.written = written;
            this.keysOnEngine = keysOnEngine;
        }

        void assertUntouched() {
            assertThat(bench.written(before.id())).isEqualTo(written);
            assertThat(bench.engine().keys(before.name())).hasToString(keysOnEngine);
            assertThat(program.get("bobs")).isEqualTo("own");
            program.put("bobs", "still writable");
        }
    }

    private void customersObjectIn(Membership ann, BucketView bucket) {
        var program = customers.program(bucket, keys.issue(ann, bucket.id(), READ_WRITE));
        bench.worker().work();
        program.put("ann's", "1");
    }
}
