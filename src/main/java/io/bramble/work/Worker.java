package io.bramble.work;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.event.ExecutionInterceptor;
import com.github.kagkarlsson.scheduler.task.OnStartup;
import com.github.kagkarlsson.scheduler.task.Task;
import io.bramble.account.AccountScope;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/**
 * Empties the queue in a process that is a worker. Its data source joins our transactions, so that a task's own writes
 * and the next time it runs are one commit. Tasks run as the platform and see all accounts.
 */
@Component
@ConditionalOnBooleanProperty("bramble.worker.enabled")
class Worker implements SmartLifecycle {
    private static final ExecutionInterceptor AS_PLATFORM =
            (instance, context, chain) -> AccountScope.platform(() -> chain.proceed(instance, context));

    private final DataSource dataSource;
    private final List<Task<?>> tasks;
    private final Clock clock;
    private volatile @Nullable Scheduler scheduler;

    Worker(DataSource dataSource, List<Task<?>> tasks, Notifications notifications, Clock clock) {
        this.dataSource = new TransactionAwareDataSourceProxy(dataSource);
        this.tasks = tasks;
        this.clock = clock;
        notifications.listen(Work.CHANNEL, new Notifications.Listener(_ -> lookNow(), this::lookNow));
    }

    @Override
    public void start() {
        var made = build();
        made.start();
        scheduler = made;
    }

    @Override
    public void stop() {
        var running = scheduler;
        scheduler = null;
        if (running != null) running.stop();
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }

    private void lookNow() {
        var running = scheduler;
        if (running != null) running.triggerCheckForDueExecutions();
    }

    private Scheduler build() {
        var plain = tasks.stream().filter(task -> !(task instanceof OnStartup)).toList();
        return Scheduler.create(dataSource, plain)
                .startTasks(startTasks())
                .clock(clock::instant)
                .threads(8)
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(Duration.ofMillis(500))
                .heartbeatInterval(Duration.ofSeconds(5))
                .missedHeartbeatsLimit(6)
                // A worker of an older release must not throw away what only a newer one knows.
                .deleteUnresolvedAfter(Duration.ofDays(3650))
                .shutdownMaxWait(Duration.ofSeconds(20))
                .alwaysPersistTimestampInUTC()
                .addExecutionInterceptor(AS_PLATFORM)
                .build();
    }

    @SuppressWarnings("unchecked")
    private <T extends Task<?> & OnStartup> List<T> startTasks() {
        return tasks.stream()
                .filter(OnStartup.class::isInstance)
                .map(task -> (T) task)
                .toList();
    }
}
