package io.bramble.metering;

import static io.bramble.account.Times.utc;

import io.bramble.metering.Scrapes.Found;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How new the numbers of an account are. */
@Component
class Freshness {
    private final JdbcClient jdbc;

    Freshness(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Up to when traffic of all the account's living buckets is counted; null if some engine was never asked. */
    @Nullable
    Instant trafficMeasuredAt(UUID accountId) {
        return jdbc.sql("""
                select case when count(*) = count(measured_at) then min(measured_at) end
                  from (select (select max(ended_at) from scrape s
                                 where s.engine_id = b.engine_id and s.kind = 'TRAFFIC' and s.ok) measured_at
                          from (select distinct engine_id from metered_bucket
                                 where account_id = :account and upper_inf(valid)) b) engines""")
                .param("account", accountId)
                .query((row, _) -> new Found(row.getTimestamp(1)))
                .single()
                .instant();
    }

    /** Days on which the account's engines were asked at all: closed hours say so, and passes after them. */
    Set<LocalDate> measuredDays(UUID accountId, Span span) {
        return jdbc.sql("""
                with mine as (select distinct engine_id from metered_bucket where account_id = :account)
                select distinct (hour_start at time zone 'UTC')::date from coverage_hour join mine using (engine_id)
                 where covered_seconds > 0 and hour_start >= :from and hour_start < :to
                 union
                select distinct (ended_at at time zone 'UTC')::date from scrape s join mine using (engine_id)
                 where s.ok and s.ended_at >= :from and s.ended_at < :to
                   and s.ended_at >= coalesce((select max(hour_start) from coverage_hour c
                                                where c.engine_id = s.engine_id and c.kind = s.kind), :from)""")
                .param("account", accountId)
                .param("from", utc(span.from()))
                .param("to", utc(span.to()))
                .query(LocalDate.class)
                .set();
    }
}
