package io.bramble.work;

import com.github.kagkarlsson.scheduler.task.Execution;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The right of one execution to go on. Each pick raises the version of its row in the queue, so a worker that was frozen
 * and then found dead learns here, before it destroys anything, that another has taken over.
 */
public final class Lease {
    private final JdbcClient jdbc;
    private final Execution execution;

    Lease(JdbcClient jdbc, Execution execution) {
        this.jdbc = jdbc;
        this.execution = execution;
    }

    /** @throws LeaseLost when another worker has taken over */
    public void check() {
        var held = jdbc.sql("""
                select count(*) from scheduled_tasks
                 where task_name = :task and task_instance = :instance and version = :version and picked""")
                .param("task", execution.getTaskName())
                .param("instance", execution.getId())
                .param("version", execution.version)
                .query(Integer.class)
                .single();
        if (held == 0) throw new LeaseLost(execution.getTaskName() + " " + execution.getId());
    }
}
