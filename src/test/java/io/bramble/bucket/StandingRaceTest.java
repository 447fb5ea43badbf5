package io.bramble.bucket;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bramble.account.AccountScope;
import io.bramble.account.Accounts;
import io.bramble.account.Membership;
import io.bramble.account.Standing;
import io.bramble.audit.Audit;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An operator changes an account's standing while somebody changes one of its buckets. */
@DrivenTest
class StandingRaceTest {
    @Autowired
    Accounts accounts;

    @Autowired
    Audit audit;

    @Autowired
    Customers customers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void one_waits_for_the_other_and_neither_is_lost() throws Exception {
        var ann = customers.arrive("ann");
        var bucket = customers.create(ann, customers.unique("photos"));
        var standing = new AtomicReference<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            AccountScope.platform(() -> transactions.executeWithoutResult(_ -> {
                jdbc.sql("update bucket set wakes = wakes + 1 where id = ?")
                        .param(bucket.id())
                        .update();
                standing.set(changing(ann, threads));
                audit.append(ann.accountId(), ann.actor(), "bucket.changed", bucket.name(), "");
            }));
            standing.get().get(10, SECONDS);
        }
        assertThat(accounts.get(ann).standing()).isEqualTo(Standing.READ_ONLY);
    }

    /** Is on its way, and waits for the bucket. */
    private Future<?> changing(Membership ann, ExecutorService threads) {
        var future = threads.submit(() -> customers.standing(ann, Standing.READ_ONLY));
        await().atMost(10, SECONDS).until(() -> waiting() > 0);
        return future;
    }

    private int waiting() {
        return jdbc.sql("""
                select count(*) from pg_stat_activity
                 where datname = current_database() and wait_event_type = 'Lock'""").query(Integer.class).single();
    }
}
