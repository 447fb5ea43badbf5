package io.bramble.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.event.ExecutionChain;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import io.bramble.account.AccountScope;
import io.bramble.account.Times;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** A worker that runs when a test says so, on its thread. Killed, it leaves in the queue what it had picked. */
final class DrivenWorker {
    static final Duration DEAD_AFTER = Duration.ofSeconds(31);
    private static final int ENDLESS = 50;

    private final ManualScheduler scheduler;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final WatchedStores stores;

    DrivenWorker(DataSource database, Clock clock, WatchedStores stores, List<Task<?>> tasks) {
        var builder = TestHelper.createManualScheduler(new TransactionAwareDataSourceProxy(database), tasks);
        builder.clock(new SettableClock());
        builder.pollUsingLockAndFetch(0.5, 1.0);
        builder.heartbeatInterval(Duration.ofSeconds(5));
        builder.missedHeartbeatsLimit(6);
        builder.alwaysPersistTimestampInUTC();
        builder.addExecutionInterceptor(this::run);
        scheduler = builder.build();
        jdbc = JdbcClient.create(database);
        this.clock = clock;
        this.stores = stores;
    }

    /** All that is due, and what becomes due by that. */
    void work() {
        for (var looks = 0; isAnythingDue(); looks++) {
            assertThat(looks).as("looks at a queue that never empties").isLessThan(ENDLESS);
            scheduler.setTime(clock.instant());
            scheduler.runAnyDueExecutions();
        }
    }

    /** Finds those dead that have not been heard of for {@link #DEAD_AFTER}, and does their work. */
    void takeOver() {
        scheduler.setTime(clock.instant());
        scheduler.runDeadExecutionDetection();
        work();
    }

    /** The moment between the last call of a pass and its end in the database counts as one more call. */
    private CompletionHandler<?> run(TaskInstance<?> instance, ExecutionContext context, ExecutionChain chain) {
        try {
            var end = AccountScope.platform(() -> chain.proceed(instance, context));
            stores.call(() -> {});
            return end;
        } catch (WatchedStores.Killed dead) {
            return (_, _) -> {};
        }
    }

    private boolean isAnythingDue() {
        return jdbc.sql("select count(*) from scheduled_tasks where not picked and execution_time <= ?")
                        .param(Times.utc(clock.instant()))
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
