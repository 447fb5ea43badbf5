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
        require("");
    }

    /**
     * As {@link #check}, for writing: nobody takes over before the caller's transaction ends.
     *
     * @throws LeaseLost when another worker has taken over
     */
    public void hold() {
        require(" for share");
    }

    private void require(String lock) {
        var held = jdbc.sql("""
                select version from scheduled_tasks
                 where task_name = :task and task_instance = :instance and version = :version and picked""" + lock)
                .param("task", execution.getTaskName())
                .param("instance", execution.getId())
                .param("version", execution.version)
                .query(Long.class)
                .optional();
        if (held.isEmpty()) throw new LeaseLost(execution.getTaskName() + " " + execution.getId());
    }
}
