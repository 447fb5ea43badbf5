package io.bramble.bucket;

import io.bramble.account.Times;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What workers read and write of jobs. */
@Component
class JobProgress {
    static final int FAILURES_KEPT = 100;

    private final JdbcClient jdbc;

    JobProgress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A job that is under way.
     *
     * @param cursor null at its beginning
     * @param batch what a killed worker had begun; null if nothing
     */
    record Open(
            UUID id,
            UUID accountId,
            UUID bucketId,
            @Nullable UUID targetBucketId,
            ObjectJob.Kind kind,
            ObjectJob.State state,
            JobWish.Details details,
            boolean recoverable,
            @Nullable JobCursor cursor,
            @Nullable JobBatch batch,
            long skippedObjects,
            long failedObjects) {
        /** Whether it still has to be noted from when on things are deleted by it, which is how they are found again. */
        boolean lacksBeginning() {
            return recoverable && details.since() == null && cursor == null && batch == null;
        }

        boolean leftSomething() {
            return skippedObjects + failedObjects > 0;
        }
    }

    /** One that waited begins; from now on it cannot be cancelled as if it had never been. */
    Optional<Open> open(UUID id) {
        jdbc.sql("update object_job set state = 'RUNNING' where id = :id and state = 'WAITING'")
                .param("id", id)
                .update();
        return jdbc.sql("select * from object_job where id = :id and state in ('RUNNING', 'STOPPING')")
                .param("id", id)
                .query((row, _) -> open(row))
                .optional();
    }

    private static Open open(ResultSet row) throws SQLException {
        return new Open(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getObject("bucket_id", UUID.class),
                row.getObject("target_bucket_id", UUID.class),
                ObjectJob.Kind.valueOf(row.getString("kind")),
                ObjectJob.State.valueOf(row.getString("state")),
                ObjectJobRows.JSON.readValue(row.getString("wish"), JobWish.Details.class),
                row.getBoolean("recoverable"),
                read(row.getBytes("cursor"), JobCursor.class),
                read(row.getBytes("batch"), JobBatch.class),
                row.getLong("skipped_objects"),
                row.getLong("failed_objects"));
    }

    private static <T> @Nullable T read(byte @Nullable [] json, Class<T> type) {
        return json == null ? null : ObjectJobRows.JSON.readValue(json, type);
    }

    private static byte @Nullable [] write(@Nullable Object value) {
        return value == null
                ? null
                : ObjectJobRows.JSON.writeValueAsString(value).getBytes(StandardCharsets.UTF_8);
    }

    boolean isStopping(UUID id) {
        return jdbc.sql("select state = 'STOPPING' from object_job where id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    void since(UUID id, Instant time) {
        jdbc.sql("update object_job set wish = jsonb_set(wish, '{since}', to_jsonb(:since)) where id = :id")
                .param("since", time.toString())
                .param("id", id)
                .update();
    }

    void begin(UUID id, JobBatch batch) {
        jdbc.sql("""
                update object_job set batch = :batch, total_objects = total_objects + :found, all_seen = all_seen or :last
                 where id = :id""")
                .param("batch", write(batch))
                .param("found", batch.found())
                .param("last", batch.next() == null)
                .param("id", id)
                .update();
    }

    void progress(Open job, JobBatch batch, JobResult result) {
        jdbc.sql("""
                update object_job set cursor = :cursor, batch = null, done_objects = done_objects + :done,
                       skipped_objects = skipped_objects + :skipped, failed_objects = failed_objects + :failed,
                       bytes = bytes + :bytes, problem = null
                 where id = :id""")
                .param("cursor", write(batch.next()))
                .param("done", result.done())
                .param("skipped", result.skipped())
                .param("failed", result.failures().size())
                .param("bytes", result.bytes())
                .param("id", job.id())
                .update();
        var kept = (int) Math.min(FAILURES_KEPT, job.failedObjects());
        var room = Math.min(FAILURES_KEPT - kept, result.failures().size());
        insert(job, kept, result.failures().subList(0, room));
    }

    private void insert(Open job, int from, List<ObjectJob.Failure> failures) {
        for (var i = 0; i < failures.size(); i++)
            jdbc.sql("""
                    insert into object_job_failure (job_id, position, account_id, name, reason)
                    values (:job, :position, :account, :name, :reason)""")
                    .param("job", job.id())
                    .param("position", from + i)
                    .param("account", job.accountId())
                    .param("name", ObjectJobRows.bytes(failures.get(i).key()))
                    .param("reason", failures.get(i).reason().replace("\0", ""))
                    .update();
    }

    /** It goes on by itself when that is over. */
    void waitsFor(UUID id, String problem) {
        jdbc.sql("update object_job set problem = :problem where id = :id")
                .param("problem", problem)
                .param("id", id)
                .update();
    }

    /** After its last batch. */
    void finish(UUID id, Instant now) {
        jdbc.sql("""
                update object_job set ended_at = :now, state = case when state = 'STOPPING' then 'STOPPED'
                           when failed_objects > 0 then 'FAILED' else 'DONE' end
                 where id = :id""").param("now", Times.utc(now)).param("id", id).update();
    }

    /** Before its last batch. */
    void end(UUID id, ObjectJob.State state, @Nullable String problem, Instant now) {
        jdbc.sql("""
                update object_job set state = :state, problem = :problem, ended_at = :now, batch = null where id = :id""")
                .param("state", state.name())
                .param("problem", problem)
                .param("now", Times.utc(now))
                .param("id", id)
                .update();
    }
}
