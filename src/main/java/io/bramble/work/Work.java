package io.bramble.work;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Clock;
import java.time.Instant;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;

/**
 * Puts work into the queue, inside the caller's transaction: the wish and the work it makes are kept together or not at
 * all. The tasks themselves are beans of type {@link Task}; whichever process is a worker runs them.
 */
@Component
public class Work {
    static final String CHANNEL = "bramble_work";

    private final SingletonSupplier<SchedulerClient> client;
    private final JdbcClient jdbc;
    private final Clock clock;

    Work(DataSource dataSource, ObjectProvider<Task<?>> tasks, JdbcClient jdbc, Clock clock) {
        // Late, because the tasks are made of beans that put work into this queue.
        client = SingletonSupplier.of(() -> SchedulerClient.Builder.create(
                        new TransactionAwareDataSourceProxy(dataSource),
                        tasks.stream().toList())
                .build());
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Adds an execution of a task, to run now; one that is there already stays as it is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(String task, String instance) {
        add(task, instance, clock.instant());
        tellWorkers();
    }

    /** As {@link #add(String, String)}, to run then. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(String task, String instance, Instant at) {
        client.obtain().scheduleIfNotExists(new TaskInstance<>(task, instance), at);
    }

    /**
     * Makes an execution run now, or at once again if it runs already. For the latter the caller must have raised, in
     * this transaction, a counter of the row which the running pass compares when it ends.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void wake(String task, String instance) {
        try {
            client.obtain().reschedule(TaskInstanceId.of(task, instance), clock.instant());
        } catch (TaskInstanceCurrentlyExecutingException | ExecutionException runsAlready) {
            return;
        } catch (TaskInstanceNotFoundException missing) {
            add(task, instance);
        }
        tellWorkers();
    }

    /** For an execution under way, to be asked before each thing that cannot be undone. */
    public Lease lease(Execution execution) {
        return new Lease(jdbc, execution);
    }

    private void tellWorkers() {
        jdbc.sql("select pg_notify(:channel, '')")
                .param("channel", CHANNEL)
                .query((_, _) -> true)
                .single();
    }
}
