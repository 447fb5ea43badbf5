package io.bramble.api;

import io.bramble.account.InvalidField;
import io.bramble.account.Membership;
import io.bramble.account.Times;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets a client repeat a POST whose answer got lost. The deed and its answer commit together, so a crash keeps both or
 * neither.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/">Idempotency-Key</a>
 */
@Component
class Idempotency {
    static final String HEADER = "Idempotency-Key";
    private static final Duration KEPT = Duration.ofHours(24);
    private static final int LONGEST_KEY = 200;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Idempotency(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Does the deed, or repeats the answer that it had.
     *
     * @throws KeyReused the key came with another body before
     * @throws StillRunning the same request is being worked on
     */
    @Transactional
    public ResponseEntity<?> answer(Membership acting, @Nullable String key, Object request, Supplier<Created> deed) {
        if (key == null) return fresh(deed.get());
        if (key.isBlank() || key.length() > LONGEST_KEY)
            throw new InvalidField(HEADER, "The key has 1 to " + LONGEST_KEY + " characters.");
        lock(acting, key);
        var hash = hash(request);
        var kept = find(acting, key);
        if (kept != null) return kept.replay(hash);
        var created = deed.get();
        keep(acting, key, hash, created);
        return fresh(created);
    }

    private void lock(Membership acting, String key) {
        var free = jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(:key, 3))")
                .param("key", acting.accountId() + "|" + key)
                .query(Boolean.class)
                .single();
        if (!free) throw new StillRunning();
    }

    private @Nullable Answer find(Membership acting, String key) {
        return jdbc.sql("""
                select request_hash, status, location, body from idempotent_answer
                 where account_id = :account and key = :key and created_at > :since""")
                .param("account", acting.accountId())
                .param("key", key)
                .param("since", Times.utc(clock.instant().minus(KEPT)))
                .query(Answer.class)
                .optional()
                .orElse(null);
    }

    private void keep(Membership acting, String key, byte[] hash, Created created) {
        var body = created.body() instanceof Created.WithSecret secret ? secret.withoutSecret() : created.body();
        jdbc.sql("""
                insert into idempotent_answer (account_id, key, request_hash, status, location, body, created_at)
                values (:account, :key, :hash, :status, :location, :body, :now)
                on conflict (account_id, key) do update set request_hash = excluded.request_hash,
                    status = excluded.status, location = excluded.location, body = excluded.body,
                    created_at = excluded.created_at""")
                .param("account", acting.accountId())
                .param("key", key)
                .param("hash", hash)
                .param("status", created.status().value())
                .param("location", created.location().toString())
                .param("body", json.writeValueAsString(body))
                .param("now", Times.utc(clock.instant()))
                .update();
    }

    /** Forgets what no client will repeat any more; work of the platform itself. */
    @Transactional
    public void forgetOld() {
        jdbc.sql("delete from idempotent_answer where created_at <= :before")
                .param("before", Times.utc(clock.instant().minus(KEPT)))
                .update();
    }

    private static ResponseEntity<?> fresh(Created created) {
        return ResponseEntity.status(created.status())
                .location(created.location())
                .body(created.body());
    }

    private byte[] hash(Object request) {
        try {
            var text = request.getClass().getName() + json.writeValueAsString(request);
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // a row, never compared as a whole
    private record Answer(byte[] requestHash, int status, String location, String body) {
        ResponseEntity<?> replay(byte[] hash) {
            if (!MessageDigest.isEqual(hash, requestHash)) throw new KeyReused();
            return ResponseEntity.status(status)
                    .location(URI.create(location))
                    .header("Idempotent-Replayed", "true")
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(body);
        }
    }

    static class KeyReused extends RuntimeException {
        KeyReused() {
            super("This Idempotency-Key was used with another request. Use a new key for a new request.");
        }
    }

    static class StillRunning extends RuntimeException {
        StillRunning() {
            super("The same request is still being worked on. Repeat it in a moment.");
        }
    }
}
