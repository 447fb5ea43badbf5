package io.bramble.bucket;

import io.bramble.account.Times;
import io.bramble.storage.Permission;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What passes read, and what they write at their end. */
@Component
class PassRows {
    private final JdbcClient jdbc;
    private final KeyRows keys;

    PassRows(JdbcClient jdbc, KeyRows keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** What tells whether a wish came in meanwhile. */
    record Counters(long generation, long wakes) {
        static Counters of(Bucket bucket) {
            return new Counters(bucket.generation(), bucket.wakes());
        }
    }

    Optional<Bucket> bucket(UUID id) {
        return jdbc.sql(BucketRows.SELECT + " and b.id = :id")
                .param("id", id)
                .query((row, _) -> BucketRows.bucket(row))
                .optional();
    }

    /** All keys of a bucket that are or should be on its engine, or should go from it. */
    List<PassKey> keys(UUID bucketId) {
        return jdbc.sql("""
                select id, access_key_id, purpose, state, permission, prefix, expires_at, secret_enc from access_key
                 where bucket_id = :bucket and state in ('PENDING', 'ACTIVE', 'REVOKING') order by created_at, id""")
                .param("bucket", bucketId)
                .query((row, _) -> key(row))
                .list();
    }

    long othersBytes(Bucket bucket) {
        return jdbc.sql("""
                select coalesce(sum(used_bytes), 0) from bucket
                 where account_id = :account and id <> :id and purged_at is null""")
                .param("account", bucket.accountId())
                .param("id", bucket.id())
                .query(Long.class)
                .single();
    }

    /** Locks the row until the transaction ends: a wish waits, or has been counted. */
    Counters lock(UUID id) {
        return jdbc.sql("select generation, wakes from bucket where id = :id for update")
                .param("id", id)
                .query(Counters.class)
                .single();
    }

    void write(Bucket seen, PassResult result, Instant now) {
        jdbc.sql("""
                update bucket set conditions = :conditions::jsonb, attempts = :attempts,
                       observed_generation = :generation, purged_objects = purged_objects + :purged,
                       ever_ready_at = coalesce(ever_ready_at, :ready),
                       engine_quota_bytes = coalesce(:quota, engine_quota_bytes)
                 where id = :id""")
                .param("conditions", result.conditions().json())
                .param("attempts", result.attempts())
                .param("generation", seen.generation())
                .param("purged", result.purgedObjects())
                .param("quota", result.quotaOnEngine())
                .param("ready", result.conditions().isTrue(Bucket.VERIFIED) ? Times.utc(now) : null)
                .param("id", seen.id())
                .update();
    }

    /** A key that was taken back meanwhile stays REVOKING; an active one needs its secret no more, but for the console's. */
    void writeKeys(PassResult result, Instant now) {
        result.activated().forEach(id -> jdbc.sql("""
                        update access_key set state = 'ACTIVE',
                               secret_enc = case when purpose = 'CUSTOMER' then null else secret_enc end
                         where id = :id and state = 'PENDING'""").param("id", id).update());
        result.revoked().forEach(id -> jdbc.sql("""
                        update access_key set state = 'REVOKED', secret_enc = null, revoked_at = :now
                         where id = :id and state = 'REVOKING'""")
                .param("now", Times.utc(now))
                .param("id", id)
                .update());
        result.lost().forEach(id -> jdbc.sql("""
                        update access_key set state = 'LOST' where id = :id and state = 'ACTIVE'""").param("id", id).update());
    }

    void beginPurge(UUID id, Instant now) {
        jdbc.sql("""
                update bucket set purge_started_at = :now
                 where id = :id and desired = 'ABSENT' and purge_started_at is null and purge_after <= :now""").param("now", Times.utc(now)).param("id", id).update();
    }

    /** The row stays as a tombstone; nothing secret is left in it. */
    void endPurge(UUID id, Instant now) {
        jdbc.sql("update bucket set purged_at = :now where id = :id")
                .param("now", Times.utc(now))
                .param("id", id)
                .update();
        jdbc.sql("""
                update access_key set state = 'REVOKED', secret_enc = null, revoked_at = coalesce(revoked_at, :now)
                 where bucket_id = :id and state <> 'REVOKED'""").param("now", Times.utc(now)).param("id", id).update();
    }

    private PassKey key(ResultSet row) throws SQLException {
        return new PassKey(
                row.getObject("id", UUID.class),
                row.getString("access_key_id"),
                Purpose.valueOf(row.getString("purpose")),
                KeyState.valueOf(row.getString("state")),
                Permission.valueOf(row.getString("permission")),
                row.getString("prefix"),
                BucketRows.moment(row, "expires_at"),
                row.getBytes("secret_enc") == null ? null : keys.credentials(row));
    }
}
