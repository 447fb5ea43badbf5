package io.bramble.metering;

import static io.bramble.account.Times.utc;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads usage of the buckets the acting account may see: closed hours from the table, open ones computed. */
@Component
class UsageSums {
    private final JdbcClient jdbc;
    private final OpenHours open;

    UsageSums(JdbcClient jdbc, OpenHours open) {
        this.jdbc = jdbc;
        this.open = open;
    }

    record DaySum(UUID resourceId, LocalDate day, Meter meter, BigInteger quantity) {
        static DaySum of(UsageHour hour) {
            var day = hour.hourStart().atOffset(ZoneOffset.UTC).toLocalDate();
            return new DaySum(hour.resourceId(), day, hour.meter(), hour.quantity());
        }
    }

    record Name(UUID bucketId, String name) {}

    record BucketStored(UUID bucketId, long bytes, long objects, Instant measuredAt) {
        Stored stored() {
            return new Stored(bytes, objects, measuredAt);
        }
    }

    /** By bucket, day and meter; a bucket's part may come in two pieces. */
    List<DaySum> byDay(UUID accountId, Span span) {
        var closed = jdbc.sql("""
                select resource_id, (hour_start at time zone 'UTC')::date as day, meter, sum(quantity) quantity
                  from usage_hour
                 where account_id = :account and hour_start >= :from and hour_start < :to
                 group by 1, 2, 3""")
                .param("account", accountId)
                .param("from", utc(span.from()))
                .param("to", utc(span.to()))
                .query((row, _) -> new DaySum(
                        row.getObject(1, UUID.class),
                        row.getObject(2, LocalDate.class),
                        Meter.valueOf(row.getString(3)),
                        row.getBigDecimal(4).toBigIntegerExact()))
                .list();
        var running = open.within(span).stream()
                .filter(hour -> hour.accountId().equals(accountId))
                .map(DaySum::of);
        return Stream.concat(closed.stream(), running).toList();
    }

    /** Every bucket the account ever had. */
    List<Name> names(UUID accountId) {
        return jdbc.sql("select distinct bucket_id, engine_bucket name from metered_bucket where account_id = :account")
                .param("account", accountId)
                .query(Name.class)
                .list();
    }

    /** What the account's buckets hold; one not yet measured is missing. */
    List<BucketStored> stored(UUID accountId) {
        return jdbc.sql("""
                select b.bucket_id, s.bytes, s.objects, s.measured_at
                  from metered_bucket b
                 cross join lateral (select * from storage_sample s where s.bucket_id = b.bucket_id
                                      order by observed_at desc limit 1) s
                 where b.account_id = :account and upper_inf(b.valid)""")
                .param("account", accountId)
                .query(BucketStored.class)
                .list();
    }
}
