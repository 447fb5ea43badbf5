package io.bramble.bucket;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.f4b6a3.uuid.UuidCreator;
import io.bramble.account.Membership;
import io.bramble.account.Times;
import io.bramble.secrets.Vault;
import io.bramble.storage.Credentials;
import io.bramble.storage.Permission;
import io.bramble.storage.SecretKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Access keys. Secrets are made in the transaction that writes the row, so that a repeated pass uses the same ones. */
@Component
class KeyRows {
    private static final String SELECT = """
            select id, bucket_id, name, access_key_id, permission, prefix, expires_at, created_by, created_at, revoked_at,
                   case when state = 'ACTIVE' and expires_at <= :now then 'EXPIRED' else state end state
              from access_key where purpose = 'CUSTOMER' and account_id = :account""";

    private final JdbcClient jdbc;
    private final Vault vault;

    KeyRows(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** The three keys the console works with: none can do more than its purpose. */
    void insertConsoleKeys(UUID accountId, UUID bucketId, Instant now) {
        for (var purpose : List.of(Purpose.UPLOAD, Purpose.DOWNLOAD, Purpose.MANAGE))
            insert(accountId, bucketId, purpose, purpose.wish(), Credentials.random(), "bramble", now);
    }

    UUID insertCustomerKey(Membership acting, UUID bucketId, NewKey wish, Credentials credentials, Instant now) {
        return insert(acting.accountId(), bucketId, Purpose.CUSTOMER, wish, credentials, acting.actor(), now);
    }

    List<KeyView> list(UUID accountId, UUID bucketId, Instant now) {
        return jdbc.sql(SELECT + " and bucket_id = :bucket order by created_at desc, id")
                .param("account", accountId)
                .param("bucket", bucketId)
                .param("now", Times.utc(now))
                .query((row, _) -> view(row))
                .list();
    }

    Optional<KeyView> find(UUID accountId, UUID id, Instant now) {
        return jdbc.sql(SELECT + " and id = :id")
                .param("account", accountId)
                .param("id", id)
                .param("now", Times.utc(now))
                .query((row, _) -> view(row))
                .optional();
    }

    /** Those that count against the account's limit. */
    int countUsable(UUID accountId, Instant now) {
        return jdbc.sql("""
                select count(*) from access_key k join bucket b on b.id = k.bucket_id
                 where k.account_id = :account and k.purpose = 'CUSTOMER' and k.state in ('PENDING', 'ACTIVE')
                   and (k.expires_at is null or k.expires_at > :now) and b.desired = 'PRESENT'""")
                .param("account", accountId)
                .param("now", Times.utc(now))
                .query(Integer.class)
                .single();
    }

    /** @return false when it was revoked before */
    boolean revoke(UUID id) {
        return jdbc.sql("""
                        update access_key set state = 'REVOKING', secret_enc = null
                         where id = :id and state in ('PENDING', 'ACTIVE', 'LOST')""").param("id", id).update() == 1;
    }

    /** What the console works with; empty for a bucket without that key, which is one that is not ready. */
    Optional<Credentials> console(UUID bucketId, Purpose purpose) {
        return jdbc.sql("""
                select id, access_key_id, secret_enc from access_key
                 where bucket_id = :bucket and purpose = :purpose and state = 'ACTIVE'""")
                .param("bucket", bucketId)
                .param("purpose", purpose.name())
                .query((row, _) -> credentials(row))
                .optional();
    }

    Credentials credentials(ResultSet row) throws SQLException {
        var secret = vault.decrypt(row.getBytes("secret_enc"), place(row.getObject("id", UUID.class)));
        return new Credentials(row.getString("access_key_id"), SecretKey.of(new String(secret, UTF_8)));
    }

    private UUID insert(
            UUID accountId,
            UUID bucketId,
            Purpose purpose,
            NewKey wish,
            Credentials credentials,
            String createdBy,
            Instant now) {
        var id = UuidCreator.getTimeOrderedEpoch();
        jdbc.sql("""
                insert into access_key (id, account_id, bucket_id, access_key_id, name, purpose, permission, prefix,
                                        secret_enc, state, expires_at, created_by, created_at)
                values (:id, :account, :bucket, :keyId, :name, :purpose, :permission, :prefix,
                        :secret, 'PENDING', :expires, :createdBy, :now)""")
                .param("id", id)
                .param("account", accountId)
                .param("bucket", bucketId)
                .param("keyId", credentials.accessKeyId())
                .param("name", wish.name())
                .param("purpose", purpose.name())
                .param("permission", wish.permission().name())
                .param("prefix", wish.prefix())
                .param("secret", vault.encrypt(credentials.secretKey().reveal().getBytes(UTF_8), place(id)))
                .param("expires", Times.utcOrNull(wish.expiresAt()))
                .param("createdBy", createdBy)
                .param("now", Times.utc(now))
                .update();
        return id;
    }

    private static String place(UUID id) {
        return "access_key|" + id + "|secret_enc";
    }

    private static KeyView view(ResultSet row) throws SQLException {
        return new KeyView(
                row.getObject("id", UUID.class),
                row.getObject("bucket_id", UUID.class),
                row.getString("name"),
                row.getString("access_key_id"),
                Permission.valueOf(row.getString("permission")),
                row.getString("prefix"),
                KeyState.valueOf(row.getString("state")),
                BucketRows.moment(row, "expires_at"),
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant(),
                BucketRows.moment(row, "revoked_at"));
    }
}
