package io.bramble.bucket;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.f4b6a3.uuid.UuidCreator;
import io.bramble.account.Membership;
import io.bramble.account.Times;
import io.bramble.storage.DeleteFailure;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class FolderDeletionRows {
    private static final String SELECT = """
            select id, bucket_id, prefix, state, deleted_objects, failed_objects, problem, created_at, ended_at
              from folder_deletion""";

    private final JdbcClient jdbc;

    FolderDeletionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the worker needs of one that is under way. */
    record Open(
            UUID id,
            UUID accountId,
            UUID bucketId,
            String prefix,
            @Nullable String cursor,
            long failedObjects,
            int batchObjects,
            @Nullable String batchLast) {

        /**
         * How many objects a worker deleted that was killed before it could say so.
         *
         * @param left what there is now behind the cursor, in order
         */
        int deletedUnsaid(List<String> left) {
            if (batchLast == null) return 0;
            var last = batchLast.getBytes(UTF_8);
            var still = left.stream()
                    .filter(key -> Arrays.compareUnsigned(key.getBytes(UTF_8), last) <= 0)
                    .count();
            return Math.max(0, batchObjects - (int) still);
        }
    }

    UUID insert(Membership acting, UUID bucketId, String prefix, Instant now) {
        var id = UuidCreator.getTimeOrderedEpoch();
        jdbc.sql("""
                insert into folder_deletion (id, account_id, bucket_id, prefix, state, requested_by, created_at)
                values (:id, :account, :bucket, :prefix, 'RUNNING', :by, :now)""")
                .param("id", id)
                .param("account", acting.accountId())
                .param("bucket", bucketId)
                .param("prefix", prefix)
                .param("by", acting.actor())
                .param("now", Times.utc(now))
                .update();
        return id;
    }

    Optional<FolderDeletion> find(UUID accountId, UUID id) {
        return jdbc.sql(SELECT + " where account_id = :account and id = :id")
                .param("account", accountId)
                .param("id", id)
                .query(FolderDeletion.class)
                .optional();
    }

    List<FolderDeletion> latest(UUID accountId, UUID bucketId, int limit) {
        return jdbc.sql(SELECT + """

                 where account_id = :account and bucket_id = :bucket order by created_at desc, id limit :limit""")
                .param("account", accountId)
                .param("bucket", bucketId)
                .param("limit", limit)
                .query(FolderDeletion.class)
                .list();
    }

    Optional<Open> open(UUID id) {
        return jdbc.sql("""
                select id, account_id, bucket_id, prefix, cursor, failed_objects, batch_objects, batch_last
                  from folder_deletion
                 where id = :id and state = 'RUNNING'""").param("id", id).query(Open.class).optional();
    }

    /** @param unsaid deleted by a killed worker, which is said now */
    void beginBatch(UUID id, int unsaid, List<String> doomed) {
        jdbc.sql("""
                update folder_deletion set deleted_objects = deleted_objects + :unsaid, batch_objects = :objects,
                       batch_last = :last
                 where id = :id""")
                .param("unsaid", unsaid)
                .param("objects", doomed.size())
                .param("last", doomed.isEmpty() ? null : doomed.getLast())
                .param("id", id)
                .update();
    }

    void progress(UUID id, @Nullable String cursor, int deleted, List<DeleteFailure> failures) {
        var problem = failures.stream()
                .findFirst()
                .map(failure -> failure.key() + ": " + failure.reason())
                .orElse(null);
        jdbc.sql("""
                update folder_deletion set cursor = :cursor, deleted_objects = deleted_objects + :deleted,
                       failed_objects = failed_objects + :failed, problem = coalesce(:problem, problem),
                       batch_objects = 0, batch_last = null
                 where id = :id""")
                .param("cursor", cursor)
                .param("deleted", deleted)
                .param("failed", failures.size())
                .param("problem", problem)
                .param("id", id)
                .update();
    }

    void end(UUID id, FolderDeletion.State state, @Nullable String problem, Instant now) {
        jdbc.sql("""
                update folder_deletion set state = :state, problem = coalesce(:problem, problem), ended_at = :now
                 where id = :id""")
                .param("state", state.name())
                .param("problem", problem)
                .param("now", Times.utc(now))
                .param("id", id)
                .update();
    }
}
