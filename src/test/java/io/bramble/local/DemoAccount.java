package io.bramble.local;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The demo account in the database: what no API gives, since tokens are made by hand and nobody can fake a past. */
final class DemoAccount {
    private static final String SCOPES =
            "account:read account:write bucket:read bucket:write key:read key:write share:read share:write usage:read";

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
        DemoContent.sizes().forEach(this::measure);
        DemoUsage.seed(owner, id, Clock.systemUTC());
    }

    /** What the engine will find in its first pass, a minute from now: so that the past leads there. */
    private void measure(String bucket, List<Integer> sizes) {
        jdbc.sql("""
                insert into storage_sample (bucket_id, observed_at, measured_at, bytes, objects, versions)
                select b.id, :now, :now, :bytes, :objects, :objects from bucket b
                 where b.account_id = :account and b.name = :name
                   and not exists (select from storage_sample s where s.bucket_id = b.id)""")
                .param("now", OffsetDateTime.now(Clock.systemUTC()))
                .param("bytes", sizes.stream().mapToLong(Integer::longValue).sum())
                .param("objects", sizes.size())
                .param("account", id)
                .param("name", bucket)
                .update();
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
