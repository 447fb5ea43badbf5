package io.bramble.bucket;

import io.bramble.account.Times;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class LargeFileRows {
    private static final String COLUMNS = """
            f.id, f.account_id, f.upload_id, f.bucket_id, f.key, f.size_bytes, f.part_bytes, f.unless_taken, f.engine_id,
            f.etag, f.stored_at is not null stored""";

    private final JdbcClient jdbc;

    LargeFileRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false if this upload has begun this key already */
    boolean insert(LargeFile file, Instant now) {
        return jdbc.sql("""
                insert into large_file (id, account_id, upload_id, bucket_id, key, size_bytes, part_bytes, unless_taken,
                                        engine_id, created_at)
                values (:id, :account, :upload, :bucket, :key, :size, :part, :unlessTaken, :engine, :now)
                on conflict (upload_id, key) do nothing""")
                        .param("id", file.id())
                        .param("account", file.accountId())
                        .param("upload", file.uploadId())
                        .param("bucket", file.bucketId())
                        .param("key", file.key())
                        .param("size", file.sizeBytes())
                        .param("part", file.partBytes())
                        .param("unlessTaken", file.unlessTaken())
                        .param("engine", file.engineId())
                        .param("now", Times.utc(now))
                        .update()
                > 0;
    }

    Optional<LargeFile> find(UUID uploadId, UUID id) {
        return jdbc.sql("select " + COLUMNS + " from large_file f where f.upload_id = :upload and f.id = :id")
                .param("upload", uploadId)
                .param("id", id)
                .query(LargeFile.class)
                .optional();
    }

    Optional<LargeFile> find(UUID uploadId, String key) {
        return jdbc.sql("select " + COLUMNS + " from large_file f where f.upload_id = :upload and f.key = :key")
                .param("upload", uploadId)
                .param("key", key)
                .query(LargeFile.class)
                .optional();
    }

    boolean completing(UUID id, String etag) {
        return jdbc.sql("update large_file set etag = :etag where id = :id")
                        .param("etag", etag)
                        .param("id", id)
                        .update()
                > 0;
    }

    boolean stored(UUID id, Instant now) {
        return jdbc.sql("update large_file set stored_at = :now where id = :id")
                        .param("now", Times.utc(now))
                        .param("id", id)
                        .update()
                > 0;
    }

    boolean delete(UUID id) {
        return jdbc.sql("delete from large_file where id = :id").param("id", id).update() > 0;
    }

    /**
     * Those nobody will go on with: their upload has ended, or was left alone since that moment. In no order, so that
     * those of an engine that is away for long do not hold up the others.
     */
    List<LargeFile> abandoned(Instant since, int most) {
        return jdbc.sql("select " + COLUMNS + """
                  from large_file f join upload u on u.id = f.upload_id
                 where f.stored_at is null and (u.ended_at is not null or u.expires_at < :since)
                 order by random() limit :most""")
                .param("since", Times.utc(since))
                .param("most", most)
                .query(LargeFile.class)
                .list();
    }
}
