package io.bramble.bucket;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bramble.account.Membership;
import io.bramble.account.Times;
import io.bramble.secrets.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ShareRows {
    private static final String SELECT = """
            select *, case when revoked_at is not null then 'REVOKED'
                           when expires_at <= :now then 'EXPIRED'
                           when downloads >= most_downloads or received_bytes >= most_bytes
                             or received_files >= 100000 then 'USED_UP'
                           else 'ACTIVE' end state
              from share""";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final String site;

    ShareRows(JdbcClient jdbc, Vault vault, @Value("${bramble.url}") String site) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.site = site.replaceAll("/+$", "");
    }

    /** A link with what only its check may see. */
    record Held(Share share, UUID accountId, @Nullable String passwordHash) {
        @Override
        public String toString() {
            return share.toString();
        }
    }

    void insert(
            Membership acting,
            UUID id,
            UUID bucketId,
            NewShare wish,
            String token,
            @Nullable String passwordHash,
            Instant now) {
        jdbc.sql("""
                insert into share (id, account_id, bucket_id, kind, name, path, token_hash, token_enc, password_hash,
                                   most_downloads, most_bytes, created_by, created_at, expires_at)
                values (:id, :account, :bucket, :kind, :name, :path, :hash, :token, :password,
                        :downloads, :bytes, :createdBy, :now, :expires)""")
                .param("id", id)
                .param("account", acting.accountId())
                .param("bucket", bucketId)
                .param("kind", wish.kind().name())
                .param("name", wish.name())
                .param("path", wish.path())
                .param("hash", Tickets.hash(token))
                .param("token", vault.encrypt(token.getBytes(UTF_8), place(id)))
                .param("password", passwordHash)
                .param("downloads", wish.mostDownloads())
                .param("bytes", wish.mostBytes())
                .param("createdBy", acting.actor())
                .param("now", Times.utc(now))
                .param("expires", Times.utc(wish.expiresAt()))
                .update();
    }

    /** Newest first. */
    List<Share> list(UUID accountId, UUID bucketId, int offset, int limit, Instant now) {
        return jdbc.sql(SELECT + " where account_id = :account and bucket_id = :bucket"
                        + " order by created_at desc, id limit :limit offset :offset")
                .param("account", accountId)
                .param("bucket", bucketId)
                .param("limit", limit)
                .param("offset", offset)
                .param("now", Times.utc(now))
                .query((row, _) -> share(row))
                .list();
    }

    Optional<Share> find(UUID accountId, UUID id, Instant now) {
        return jdbc.sql(SELECT + " where account_id = :account and id = :id")
                .param("account", accountId)
                .param("id", id)
                .param("now", Times.utc(now))
                .query((row, _) -> share(row))
                .optional();
    }

    /** Whatever its state. */
    Optional<Held> byToken(String token, Instant now) {
        return jdbc.sql(SELECT + " where token_hash = :hash")
                .param("hash", Tickets.hash(token))
                .param("now", Times.utc(now))
                .query((row, _) ->
                        new Held(share(row), row.getObject("account_id", UUID.class), row.getString("password_hash")))
                .optional();
    }

    /** Whether somebody may go on who came by it. */
    boolean works(@Nullable UUID id, Instant now) {
        return jdbc.sql("""
                        select count(*) from share
                         where id = :id and revoked_at is null and expires_at > :now and received_files < 100000""")
                        .param("id", id)
                        .param("now", Times.utc(now))
                        .query(Integer.class)
                        .single()
                == 1;
    }

    int countActive(UUID accountId, Instant now) {
        return jdbc.sql("""
                select count(*) from share where account_id = :account and revoked_at is null and expires_at > :now""")
                .param("account", accountId)
                .param("now", Times.utc(now))
                .query(Integer.class)
                .single();
    }

    /**
     * @param memory how long after the first of them tries count together
     * @return false when all were taken
     */
    boolean takeTry(UUID id, int most, Duration memory, Instant now) {
        return jdbc.sql("""
                        update share set wrong_tries = case when wrong_since > :after then wrong_tries + 1 else 1 end,
                               wrong_since = case when wrong_since > :after then wrong_since else :now end
                         where id = :id and (wrong_since is null or wrong_since <= :after or wrong_tries < :most)""")
                        .param("id", id)
                        .param("most", most)
                        .param("after", Times.utc(now.minus(memory)))
                        .param("now", Times.utc(now))
                        .update()
                == 1;
    }

    void giveTryBack(UUID id) {
        jdbc.sql("update share set wrong_tries = greatest(0, wrong_tries - 1) where id = :id")
                .param("id", id)
                .update();
    }

    /** @return false when it has been handed out as often as it may */
    boolean handOut(UUID id) {
        return jdbc.sql("""
                        update share set downloads = downloads + 1
                         where id = :id and (most_downloads is null or downloads < most_downloads)""").param("id", id).update() == 1;
    }

    void receive(UUID id, int files, long bytes) {
        jdbc.sql("""
                update share set received_files = received_files + :files, received_bytes = received_bytes + :bytes
                 where id = :id""")
                .param("id", id)
                .param("files", files)
                .param("bytes", bytes)
                .update();
    }

    void extend(UUID id, Instant expiresAt) {
        jdbc.sql("update share set expires_at = :expires where id = :id and revoked_at is null")
                .param("id", id)
                .param("expires", Times.utc(expiresAt))
                .update();
    }

    /** @return false when it was revoked before */
    boolean revoke(UUID id, Instant now) {
        return jdbc.sql("update share set revoked_at = :now where id = :id and revoked_at is null")
                        .param("id", id)
                        .param("now", Times.utc(now))
                        .update()
                == 1;
    }

    /** Forgets what nobody can use any more, a while after its end. */
    void forget(Instant before) {
        jdbc.sql("""
                delete from share where least(expires_at, revoked_at) <= :before
                   and not exists (select 1 from upload where upload.share_id = share.id)""").param("before", Times.utc(before)).update();
    }

    private Share share(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var kind = Share.Kind.valueOf(row.getString("kind"));
        var token = new String(vault.decrypt(row.getBytes("token_enc"), place(id)), UTF_8);
        return new Share(
                id,
                row.getObject("bucket_id", UUID.class),
                kind,
                row.getString("name"),
                row.getString("path"),
                site + (kind == Share.Kind.UPLOAD ? "/r/" : "/s/") + token,
                Share.State.valueOf(row.getString("state")),
                row.getString("password_hash") != null,
                row.getObject("most_downloads", Integer.class),
                row.getInt("downloads"),
                row.getObject("most_bytes", Long.class),
                row.getLong("received_bytes"),
                row.getInt("received_files"),
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant());
    }

    private static String place(UUID id) {
        return "share|" + id + "|token_enc";
    }
}
