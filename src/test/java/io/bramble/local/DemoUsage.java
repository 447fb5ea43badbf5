package io.bramble.local;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Thirty days of usage for the demo account, as samples like an engine's: hours, sums and costs are computed from them by
 * the same functions as real ones. Storage grows to what the buckets really hold, so nothing jumps where reality begins.
 */
public final class DemoUsage {
    private static final Duration HISTORY = Duration.ofDays(30);
    private static final int HOURS = 720;
    private static final long NOT_YET_MEASURED = 48L << 20;
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final JdbcClient jdbc;
    private final Instant now;
    private final Instant begin;

    private DemoUsage(JdbcClient jdbc, Instant now) {
        this.jdbc = jdbc;
        this.now = now;
        this.begin = now.minus(HISTORY).truncatedTo(ChronoUnit.HOURS);
    }

    private record Bucket(UUID id, UUID engineId, long bytes, long objects) {}

    /**
     * Gives each bucket of the account a past, once.
     *
     * @param owner connects as the schema's owner, for whom row-level security does not apply
     */
    public static void seed(DataSource owner, UUID accountId, Clock clock) {
        var demo = new DemoUsage(JdbcClient.create(owner), clock.instant());
        new TransactionTemplate(new JdbcTransactionManager(owner)).executeWithoutResult(_ -> demo.seed(accountId));
    }

    private void seed(UUID accountId) {
        var buckets = withoutPast(accountId);
        buckets.stream().map(Bucket::engineId).distinct().forEach(this::watched);
        for (var bucket : buckets) {
            older(bucket.id());
            stored(bucket);
            passed(bucket);
        }
        for (var older : List.of(
                "account set created_at = least(created_at, :begin) where id = :account",
                "membership set created_at = least(created_at, :begin) where account_id = :account"))
            jdbc.sql("update " + older)
                    .param("begin", utc(begin))
                    .param("account", accountId)
                    .update();
    }

    private List<Bucket> withoutPast(UUID accountId) {
        return jdbc.sql("""
                select m.bucket_id id, m.engine_id, coalesce(s.bytes, :unknown) bytes, coalesce(s.objects, 12) objects
                  from metered_bucket m
                  left join lateral (select * from storage_sample s where s.bucket_id = m.bucket_id
                                      order by observed_at desc limit 1) s on true
                 where m.account_id = :account and upper_inf(m.valid) and lower(m.valid) > :begin
                 order by m.bucket_id""")
                .param("unknown", NOT_YET_MEASURED)
                .param("account", accountId)
                .param("begin", utc(begin))
                .query(Bucket.class)
                .list();
    }

    /** Passes each ten minutes until the first real one; what was closed before is computed anew with them. */
    private void watched(UUID engineId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:engine, 4))")
                .param("engine", engineId.toString())
                .query((_, _) -> true)
                .single();
        for (var table : List.of(
                "usage_hour where resource_id in (select bucket_id from metered_bucket" + " where engine_id = :engine)",
                "coverage_hour where engine_id = :engine"))
            jdbc.sql("delete from " + table).param("engine", engineId).update();
        jdbc.sql("""
                insert into scrape (engine_id, node, kind, started_at, ended_at, ok, process_start)
                select :engine, case kind when 'STORAGE' then '' else 'embedded' end, kind, at, at, true,
                       case kind when 'TRAFFIC' then :begin::timestamptz end
                  from unnest(array['STORAGE', 'TRAFFIC']) kind,
                       generate_series(:begin::timestamptz, :now::timestamptz, interval '10 minutes') at
                 where at < coalesce((select min(ended_at) from scrape s where s.engine_id = :engine), :now)""")
                .param("engine", engineId)
                .param("begin", utc(begin))
                .param("now", utc(now))
                .update();
    }

    private void older(UUID bucketId) {
        jdbc.sql(
                        "update metered_bucket set valid = tstzrange(:begin, null) where bucket_id = :bucket and upper_inf(valid)")
                .param("begin", utc(begin))
                .param("bucket", bucketId)
                .update();
        jdbc.sql("update bucket set created_at = :begin where id = :bucket")
                .param("begin", utc(begin))
                .param("bucket", bucketId)
                .update();
    }

    /** From a third to all of it, in steps of a day. */
    private void stored(Bucket bucket) {
        jdbc.sql("""
                insert into storage_sample (bucket_id, observed_at, measured_at, bytes, objects, versions)
                select :bucket, at, at, :bytes * (15 + day) / 45, greatest(1, :objects * (15 + day) / 45),
                       greatest(1, :objects * (15 + day) / 45)
                  from generate_series(0, 29) day, lateral (select :begin::timestamptz + day * interval '1 day' + interval '9 hours' as at) moment
                 where at < coalesce((select min(observed_at) from storage_sample where bucket_id = :bucket), :now)""")
                .param("bucket", bucket.id())
                .param("bytes", bucket.bytes())
                .param("objects", bucket.objects())
                .param("begin", utc(begin))
                .param("now", utc(now))
                .update();
    }

    /** Counters each hour: busy by day, quiet at night and on weekends, a little failing. */
    private void passed(Bucket bucket) {
        var random = new Random(bucket.id().getLeastSignificantBits());
        long egress = 0;
        long ingress = 0;
        long a = 0;
        long b = 0;
        for (int hour = 0; hour <= HOURS; hour++) {
            var at = begin.plus(hour, ChronoUnit.HOURS);
            if (hour > 0) insert(bucket.id(), at, List.of(ingress, egress, a, a / 90, b, b / 40));
            int busy = busy(at);
            b += random.nextLong(1, 60) * busy;
            a += random.nextLong(1, 5) * busy;
            egress += random.nextLong(1L << 18, 4L << 20) * busy;
            ingress += bucket.bytes() / HOURS;
        }
    }

    private static int busy(Instant at) {
        var time = at.atOffset(ZoneOffset.UTC);
        var daily = time.getHour() < 6 ? 1 : time.getHour() < 20 ? 6 : 3;
        return WEEKEND.contains(time.getDayOfWeek()) ? Math.ceilDiv(daily, 3) : daily;
    }

    private void insert(UUID bucketId, Instant at, List<Long> numbers) {
        jdbc.sql("""
                insert into traffic_sample (bucket_id, node, observed_at, counted_since, process_start,
                                            ingress_bytes, egress_bytes, a, a_failed, b, b_failed)
                select :bucket, 'embedded', :at, :at::timestamptz - interval '1 hour', :begin, :numbers
                 where :at < coalesce((select min(observed_at) from traffic_sample
                                        where bucket_id = :bucket and process_start > :begin), :now)""")
                .param("bucket", bucketId)
                .param("at", utc(at))
                .param("begin", utc(begin))
                .param("numbers", numbers)
                .param("now", utc(now))
                .update();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
