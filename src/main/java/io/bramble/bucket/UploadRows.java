package io.bramble.bucket;

import io.bramble.account.Membership;
import io.bramble.account.Times;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class UploadRows {
    private static final String OPEN = """
            select id, account_id, bucket_id, user_id, share_id, prefix, created_at, ended_at is not null ended from upload
             where id = :id and ticket_hash = :hash and (ended_at is not null or expires_at > :now)""";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    UploadRows(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /**
     * An upload under way.
     *
     * @param userId null for one by a stranger, who has a shareId
     * @param prefix of all its keys
     */
    record Open(
            UUID id,
            UUID accountId,
            UUID bucketId,
            @Nullable UUID userId,
            @Nullable UUID shareId,
            String prefix,
            Instant createdAt,
            boolean ended) {}

    /**
     * What is stored or promised. An upload's bytes count from what its bucket held at the beginning, so that what has
     * arrived is not counted twice.
     */
    record Committed(long accountBytes, long bucketBytes) {}

    void insert(Open upload, Bucket bucket, byte[] ticketHash, Instant now, Instant expires) {
        jdbc.sql("""
                insert into upload (id, account_id, bucket_id, user_id, share_id, prefix, ticket_hash, base_bytes,
                                    created_at, expires_at)
                values (:id, :account, :bucket, :user, :share, :prefix, :hash, :base, :now, :expires)""")
                .param("id", upload.id())
                .param("account", upload.accountId())
                .param("bucket", bucket.id())
                .param("user", upload.userId())
                .param("share", upload.shareId())
                .param("prefix", upload.prefix())
                .param("hash", ticketHash)
                .param("base", bucket.usedBytes())
                .param("now", Times.utc(now))
                .param("expires", Times.utc(expires))
                .update();
    }

    /** Uploads under way by a link. */
    int countOpen(UUID shareId, Instant now) {
        return jdbc.sql(
                        "select count(*) from upload where share_id = :share and ended_at is null and expires_at > :now")
                .param("share", shareId)
                .param("now", Times.utc(now))
                .query(Integer.class)
                .single();
    }

    /** Locks the row: batches of one upload are signed one after the other. */
    Optional<Open> lock(UUID id, byte[] ticketHash, Instant now) {
        return find(OPEN + " for update", id, ticketHash, now);
    }

    /** As {@link #lock}, without: for calls that change nothing. */
    Optional<Open> find(UUID id, byte[] ticketHash, Instant now) {
        return find(OPEN, id, ticketHash, now);
    }

    private Optional<Open> find(String sql, UUID id, byte[] ticketHash, Instant now) {
        return jdbc.sql(sql)
                .param("id", id)
                .param("hash", ticketHash)
                .param("now", Times.utc(now))
                .query(Open.class)
                .optional();
    }

    Committed committed(UUID accountId, UUID bucketId, Instant now) {
        return jdbc.sql("""
                select coalesce(sum(bytes), 0) account_bytes,
                       coalesce(sum(bytes) filter (where id = :bucket), 0) bucket_bytes
                  from (select b.id, greatest(b.used_bytes, coalesce(u.base + u.reserved, 0)) bytes
                          from bucket b
                          left join (select bucket_id, min(base_bytes) base, sum(reserved_bytes) reserved from upload
                                      where account_id = :account and ended_at is null and expires_at > :now
                                      group by bucket_id) u on u.bucket_id = b.id
                         where b.account_id = :account and b.purged_at is null) each_bucket""")
                .param("account", accountId)
                .param("bucket", bucketId)
                .param("now", Times.utc(now))
                .query(Committed.class)
                .single();
    }

    /** What these keys of the upload have reserved already. */
    Map<String, Long> reserved(UUID uploadId, Collection<String> keys) {
        if (keys.isEmpty()) return Map.of(); // "in ()" is no SQL
        var sizes = new HashMap<String, Long>();
        jdbc.sql("select key, size_bytes from upload_file where upload_id = :upload and key in (:keys)")
                .param("upload", uploadId)
                .param("keys", keys)
                .query(row -> {
                    sizes.put(row.getString("key"), row.getLong("size_bytes"));
                });
        return sizes;
    }

    void reserve(Open upload, Map<String, Long> sizes, long addedBytes) {
        batch.batchUpdate(
                """
                insert into upload_file (upload_id, account_id, key, size_bytes) values (:upload, :account, :key, :size)
                on conflict (upload_id, key) do update set size_bytes = excluded.size_bytes""",
                sizes.entrySet().stream()
                        .map(file -> new MapSqlParameterSource("upload", upload.id())
                                .addValue("account", upload.accountId())
                                .addValue("key", file.getKey())
                                .addValue("size", file.getValue()))
                        .toArray(SqlParameterSource[]::new));
        jdbc.sql("update upload set reserved_bytes = reserved_bytes + :added where id = :id")
                .param("added", addedBytes)
                .param("id", upload.id())
                .update();
    }

    /** Lets go of what a file had reserved, of a link too, that is not going to come under this key. */
    void release(UUID uploadId, String key) {
        jdbc.sql("""
                with gone as (delete from upload_file where upload_id = :upload and key = :key returning size_bytes),
                     freed as (update upload set reserved_bytes = reserved_bytes - gone.size_bytes from gone
                                where id = :upload returning share_id, gone.size_bytes)
                update share set received_files = received_files - 1, received_bytes = received_bytes - freed.size_bytes
                  from freed where share.id = freed.share_id""").param("upload", uploadId).param("key", key).update();
    }

    /** @param atLeast nothing is written while it lasts that long anyway */
    void extend(UUID id, Instant expires, Instant atLeast) {
        jdbc.sql("update upload set expires_at = :expires where id = :id and expires_at < :least")
                .param("expires", Times.utc(expires))
                .param("least", Times.utc(atLeast))
                .param("id", id)
                .update();
    }

    /** Gives another ticket to who began it, unless it has ended; the old one opens nothing any more. */
    boolean renew(Membership acting, UUID id, byte[] ticketHash, Instant expires) {
        return jdbc.sql("""
                update upload set ticket_hash = :hash, expires_at = :expires
                 where id = :id and account_id = :account and user_id = :user and ended_at is null""")
                        .param("hash", ticketHash)
                        .param("expires", Times.utc(expires))
                        .param("id", id)
                        .param("account", acting.accountId())
                        .param("user", acting.userId())
                        .update()
                > 0;
    }

    int countFiles(UUID id) {
        return jdbc.sql("select count(*) from upload_file where upload_id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    void end(UUID id, Instant now) {
        jdbc.sql("update upload set ended_at = :now where id = :id")
                .param("now", Times.utc(now))
                .param("id", id)
                .update();
    }

    /** Forgets what ended a day ago, or was left alone for as long as uploads live. */
    void forget(Instant ended, Instant abandoned) {
        jdbc.sql("delete from upload where ended_at < :ended or expires_at < :abandoned")
                .param("ended", Times.utc(ended))
                .param("abandoned", Times.utc(abandoned))
                .update();
    }
}
