package io.bramble.metering;

import static io.bramble.account.Times.utc;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Closed hours: what was used in them and how far they were watched. */
@Component
class UsageHours {
    private static final int BATCH = 1000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    UsageHours(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** One closing of an engine at a time; ends with the transaction. */
    void lock(UUID engineId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:engine, 4))")
                .param("engine", engineId.toString())
                .query((_, _) -> true)
                .single();
    }

    /** Engines that ever held a bucket which the acting account, or the platform, may see. */
    List<UUID> engines() {
        return jdbc.sql("select distinct engine_id from metered_bucket")
                .query(UUID.class)
                .list();
    }

    /** Where the open hours of an engine begin; null before its first hour is closed. */
    @Nullable
    Instant closedUntil(UUID engineId, Kind kind) {
        return jdbc
                .sql("""
                select hour_start + interval '1 hour' until from coverage_hour
                 where engine_id = :engine and kind = :kind order by hour_start desc limit 1""")
                .param("engine", engineId)
                .param("kind", kind.name())
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .list()
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** Puts these hours in place of whatever was there for them. */
    void replace(UUID engineId, Kind kind, Span span, List<UsageHour> hours) {
        jdbc.sql("""
                delete from usage_hour where hour_start >= :from and hour_start < :to and meter in (:meters)
                   and resource_id in (select bucket_id from metered_bucket where engine_id = :engine)""")
                .param("from", utc(span.from()))
                .param("to", utc(span.to()))
                .param("meters", kind.meters().stream().map(Enum::name).toList())
                .param("engine", engineId)
                .update();
        batches.batchUpdate(
                "insert into usage_hour (resource_id, meter, hour_start, account_id, quantity) values (?, ?, ?, ?, ?)",
                hours,
                BATCH,
                (row, hour) -> {
                    row.setObject(1, hour.resourceId());
                    row.setString(2, hour.meter().name());
                    row.setObject(3, utc(hour.hourStart()));
                    row.setObject(4, hour.accountId());
                    row.setBigDecimal(5, new BigDecimal(hour.quantity()));
                });
    }

    void cover(UUID engineId, Kind kind, Map<Instant, Coverage> hours) {
        batches.batchUpdate("""
                insert into coverage_hour (engine_id, kind, hour_start, covered_seconds, stale) values (?, ?, ?, ?, ?)
                on conflict (engine_id, kind, hour_start)
                do update set covered_seconds = excluded.covered_seconds, stale = excluded.stale""", hours.entrySet(), BATCH, (row, hour) -> {
            row.setObject(1, engineId);
            row.setString(2, kind.name());
            row.setObject(3, utc(hour.getKey()));
            row.setInt(4, hour.getValue().seconds());
            row.setBoolean(5, hour.getValue().stale());
        });
    }
}
