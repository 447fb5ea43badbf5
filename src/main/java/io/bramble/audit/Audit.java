package io.bramble.audit;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The audit trail. Each entry carries the hash of the one before it in the same account. */
@Component
public class Audit {
    /** Stands for the account where a deed concerns the platform as a whole. */
    public static final UUID PLATFORM = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final Clock clock;

    Audit(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Adds an entry inside the caller's transaction, so that a deed and its record stand or fall together.
     *
     * @param actor the person's e-mail address, or {@code bramble} for the platform's own deeds
     * @param action noun and past participle, as {@code bucket.created}
     * @param detail plain words, never a secret
     */
    public void append(UUID accountId, String actor, String action, String target, String detail) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:account, 1))")
                .param("account", accountId.toString())
                .query((_, _) -> true)
                .single();
        var last = jdbc.sql(
                        "select position, hash from audit_event where account_id = :id order by position desc limit 1")
                .param("id", accountId)
                .query(Link.class)
                .optional()
                .orElse(new Link(0, new byte[0]));
        insert(
                new Entry(
                        UuidCreator.getTimeOrderedEpoch(),
                        accountId,
                        last.position() + 1,
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        actor,
                        action,
                        target,
                        detail),
                last.hash());
    }

    private void insert(Entry entry, byte[] previous) {
        jdbc.sql("""
                insert into audit_event (id, account_id, position, at, actor, action, target, detail, hash)
                values (:id, :account, :position, :at, :actor, :action, :target, :detail, :hash)""")
                .param("id", entry.id())
                .param("account", entry.accountId())
                .param("position", entry.position())
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .param("actor", entry.actor())
                .param("action", entry.action())
                .param("target", entry.target())
                .param("detail", entry.detail())
                .param("hash", hash(entry, previous))
                .update();
    }

    static byte[] hash(Entry entry, byte[] previous) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(previous);
            return digest.digest(entry.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** One deed. */
    public record Entry(
            UUID id,
            UUID accountId,
            long position,
            Instant at,
            String actor,
            String action,
            String target,
            String detail) {}

    @SuppressWarnings("ArrayRecordComponent") // a row, never compared
    private record Link(long position, byte[] hash) {
        @Override
        public String toString() {
            return position + ":" + HexFormat.of().formatHex(hash);
        }
    }
}
