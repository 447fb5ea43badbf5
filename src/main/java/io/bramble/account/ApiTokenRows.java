package io.bramble.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ApiTokenRows {
    private final JdbcClient jdbc;

    ApiTokenRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Membership acting, ApiToken token, byte[] hash) {
        jdbc.sql("""
                insert into api_token (id, account_id, user_id, name, token_hash, hint, scopes, created_at, expires_at)
                values (:id, :account, :user, :name, :hash, :hint, string_to_array(:scopes, ' '), :created, :expires)""")
                .param("id", token.id())
                .param("account", acting.accountId())
                .param("user", acting.userId())
                .param("name", token.name())
                .param("hash", hash)
                .param("hint", token.hint())
                .param("scopes", String.join(" ", token.scopes()))
                .param("created", Times.utc(token.createdAt()))
                .param("expires", Times.utc(token.expiresAt()))
                .update();
    }

    List<ApiToken> list(Membership acting, boolean all) {
        return jdbc.sql("""
                select * from api_token where account_id = :account and (:all or user_id = :user)
                 order by created_at desc limit 200""")
                .param("account", acting.accountId())
                .param("all", all)
                .param("user", acting.userId())
                .query((row, _) -> token(row))
                .list();
    }

    boolean revoke(Membership acting, UUID id, boolean all, Instant now) {
        return jdbc.sql("""
                        update api_token set revoked_at = coalesce(revoked_at, :now)
                         where id = :id and account_id = :account and (:all or user_id = :user)""")
                        .param("now", Times.utc(now))
                        .param("id", id)
                        .param("account", acting.accountId())
                        .param("all", all)
                        .param("user", acting.userId())
                        .update()
                > 0;
    }

    /** The last use is kept to the minute: a write per request would be one too many. */
    Optional<ApiToken.Caller> use(byte[] hash, Instant now) {
        var caller = jdbc.sql("""
                select t.account_id, t.user_id, m.role, u.email, array_to_string(t.scopes, ' ') scopes
                  from api_token t
                  join membership m on m.account_id = t.account_id and m.user_id = t.user_id
                  join app_user u on u.id = t.user_id
                 where t.token_hash = :hash and t.revoked_at is null and t.expires_at > :now""")
                .param("hash", hash)
                .param("now", Times.utc(now))
                .query((row, _) -> caller(row))
                .optional();
        if (caller.isPresent()) touch(hash, now);
        return caller;
    }

    private void touch(byte[] hash, Instant now) {
        jdbc.sql("""
                update api_token set last_used_at = :now
                 where token_hash = :hash and (last_used_at is null or last_used_at < :now - interval '1 minute')""").param("now", Times.utc(now)).param("hash", hash).update();
    }

    private static ApiToken.Caller caller(ResultSet row) throws SQLException {
        var member = new Membership(
                row.getObject("account_id", UUID.class),
                row.getObject("user_id", UUID.class),
                Role.valueOf(row.getString("role")),
                row.getString("email"));
        return new ApiToken.Caller(member, List.of(row.getString("scopes").split(" ")));
    }

    private static ApiToken token(ResultSet row) throws SQLException {
        return new ApiToken(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("hint"),
                List.of((String[]) row.getArray("scopes").getArray()),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                instant(row.getTimestamp("last_used_at")),
                instant(row.getTimestamp("revoked_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
