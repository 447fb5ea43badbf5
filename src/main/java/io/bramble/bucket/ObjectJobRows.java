package io.bramble.bucket;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.f4b6a3.uuid.UuidCreator;
import io.bramble.account.Membership;
import io.bramble.account.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Jobs as people wish, see and stop them. What workers write is in {@link JobProgress}. */
@Component
class ObjectJobRows {
    static final JsonMapper JSON = new JsonMapper();
    private static final String SELECT = """
            select j.*, s.name, s.target
              from object_job j left join object_job_source s on s.job_id = j.id and s.position = 0
             where j.account_id = :account""";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ObjectJobRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    UUID insert(Membership acting, UUID bucketId, JobWish wish, Instant now, Instant startsAt) {
        var id = UuidCreator.getTimeOrderedEpoch();
        jdbc.sql("""
                insert into object_job (id, account_id, bucket_id, kind, state, target_bucket_id, wish, recoverable,
                       starts_at, selected, total_objects, all_seen, requested_by, created_at)
                values (:id, :account, :bucket, :kind, :state, :targetBucket, :wish::jsonb, :recoverable,
                       :startsAt, :selected, :known, :allKnown, :by, :now)""")
                .param("id", id)
                .param("account", acting.accountId())
                .param("bucket", bucketId)
                .param("kind", wish.kind().name())
                .param("state", (startsAt.isAfter(now) ? ObjectJob.State.WAITING : ObjectJob.State.RUNNING).name())
                .param("targetBucket", wish.targetBucketId())
                .param("wish", JSON.writeValueAsString(wish.details()))
                .param("recoverable", wish.recoverable())
                .param("startsAt", Times.utc(startsAt))
                .param("selected", wish.sources().size())
                .param("known", wish.known())
                .param("allKnown", wish.known() == wish.sources().size())
                .param("by", acting.actor())
                .param("now", Times.utc(now))
                .update();
        insertSources(acting.accountId(), id, wish.sources());
        return id;
    }

    private void insertSources(UUID accountId, UUID id, List<JobSource> sources) {
        var position = new int[1];
        batches.batchUpdate(
                "insert into object_job_source (job_id, position, account_id, name, is_folder, target)"
                        + " values (?, ?, ?, ?, ?, ?)",
                sources,
                1000,
                (row, source) -> {
                    row.setObject(1, id);
                    row.setInt(2, position[0]++);
                    row.setObject(3, accountId);
                    row.setBytes(4, source.name().getBytes(UTF_8));
                    row.setBoolean(5, source.isFolder());
                    row.setBytes(6, bytes(source.target()));
                });
    }

    Optional<ObjectJob> find(UUID accountId, UUID id) {
        return jdbc.sql(SELECT + " and j.id = :id")
                .param("account", accountId)
                .param("id", id)
                .query((row, _) -> job(row))
                .optional();
    }

    List<ObjectJob> latest(UUID accountId, UUID bucketId, int limit) {
        return jdbc.sql(SELECT + """

                 and j.bucket_id = :bucket order by j.created_at desc, j.id desc limit :limit""")
                .param("account", accountId)
                .param("bucket", bucketId)
                .param("limit", limit)
                .query((row, _) -> job(row))
                .list();
    }

    int countUnderWay(UUID accountId) {
        return jdbc.sql("select count(*) from object_job where account_id = :account and ended_at is null")
                .param("account", accountId)
                .query(Integer.class)
                .single();
    }

    List<ObjectJob.Failure> failures(UUID accountId, UUID id) {
        return jdbc.sql("""
                select name, reason from object_job_failure where account_id = :account and job_id = :id
                 order by position""")
                .param("account", accountId)
                .param("id", id)
                .query((row, _) -> new ObjectJob.Failure(text(row.getBytes("name")), row.getString("reason")))
                .list();
    }

    /** @return false if it has begun */
    boolean cancel(UUID id, Instant now) {
        return jdbc.sql("""
                        update object_job set state = 'STOPPED', ended_at = :now where id = :id and state = 'WAITING'""").param("id", id).param("now", Times.utc(now)).update() == 1;
    }

    void stop(UUID id) {
        jdbc.sql("update object_job set state = 'STOPPING' where id = :id and state = 'RUNNING'")
                .param("id", id)
                .update();
    }

    /** From when on it has deleted, by the engine's clock. */
    Instant since(UUID id) {
        return jdbc.sql("select wish from object_job where id = :id")
                .param("id", id)
                .query((row, _) -> JSON.readValue(row.getString("wish"), JobWish.Details.class))
                .optional()
                .map(JobWish.Details::since)
                .orElseThrow();
    }

    /** @return false if it was undone before */
    boolean undone(UUID id, UUID by) {
        return jdbc.sql("update object_job set undone_by = :by where id = :id and undone_by is null")
                        .param("id", id)
                        .param("by", by)
                        .update()
                == 1;
    }

    void dismiss(UUID id, Instant now) {
        jdbc.sql("update object_job set dismissed_at = :now where id = :id and ended_at is not null")
                .param("id", id)
                .param("now", Times.utc(now))
                .update();
    }

    List<JobSource> sources(UUID id, int from, int limit) {
        return jdbc.sql("""
                select name, is_folder, target from object_job_source
                 where job_id = :id and position >= :from order by position limit :limit""")
                .param("id", id)
                .param("from", from)
                .param("limit", limit)
                .query((row, _) -> new JobSource(
                        text(row.getBytes("name")), row.getBoolean("is_folder"), textOrNull(row.getBytes("target"))))
                .list();
    }

    void forget(Instant endedBefore) {
        jdbc.sql("delete from object_job where ended_at < :before")
                .param("before", Times.utc(endedBefore))
                .update();
    }

    private static ObjectJob job(ResultSet row) throws SQLException {
        var kind = ObjectJob.Kind.valueOf(row.getString("kind"));
        var state = ObjectJob.State.valueOf(row.getString("state"));
        var recoverable = state.ended()
                && row.getBoolean("recoverable")
                && row.getLong("done_objects") > 0
                && row.getObject("undone_by") == null;
        return new ObjectJob(
                row.getObject("id", UUID.class),
                row.getObject("bucket_id", UUID.class),
                kind,
                state,
                text(row.getBytes("name")),
                row.getInt("selected"),
                row.getObject("target_bucket_id", UUID.class),
                textOrNull(row.getBytes("target")),
                row.getLong("done_objects"),
                row.getLong("skipped_objects"),
                row.getLong("failed_objects"),
                row.getLong("total_objects"),
                row.getBoolean("all_seen"),
                row.getLong("bytes"),
                row.getString("problem"),
                state == ObjectJob.State.WAITING || recoverable,
                row.getTimestamp("dismissed_at") != null,
                row.getString("requested_by"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("starts_at").toInstant(),
                BucketRows.moment(row, "ended_at"));
    }

    static byte @Nullable [] bytes(@Nullable String text) {
        return text == null ? null : text.getBytes(UTF_8);
    }

    static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, UTF_8);
    }

    static @Nullable String textOrNull(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, UTF_8);
    }
}
