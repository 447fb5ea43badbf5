package io.bramble.local;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The demo account in the database: what no API gives, since tokens are made by hand and nobody can fake a past. */
final class DemoAccount {
    private static final String SCOPES =
            "account:read account:write bucket:read bucket:write key:read key:write usage:read";

    private final DataSource owner;
    private final JdbcClient jdbc;
    private final UUID id;

    DemoAccount(LocalPostgres postgres, String email) {
        owner = new DriverManagerDataSource(
                postgres.url("bramble"), LocalPostgres.OWNER, postgres.password(LocalPostgres.OWNER));
        jdbc = JdbcClient.create(owner);
        id = jdbc.sql("""
                select m.account_id from membership m join app_user u on u.id = m.user_id where u.email = :email""").param("email", email).query(UUID.class).single();
    }

    /** Lets this token in for a year, with every scope. */
    void allow(String token) {
        jdbc.sql("""
                insert into api_token (id, account_id, user_id, name, token_hash, hint, scopes, created_at, expires_at)
                select :id, account_id, user_id, 'demo', :hash, :hint, string_to_array(:scopes, ' '), :now, :end
                  from membership where account_id = :account
                on conflict (token_hash) do update set expires_at = excluded.expires_at""")
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("hash", hash(token))
                .param("hint", token.substring(0, 8))
                .param("scopes", SCOPES)
                .param("now", OffsetDateTime.now(Clock.systemUTC()))
                .param("end", OffsetDateTime.now(Clock.systemUTC()).plusDays(365))
                .param("account", id)
                .update();
    }

    void givePast() {
        DemoUsage.seed(owner, id, Clock.systemUTC());
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
