package io.bramble.metering;

import static io.bramble.account.Times.utc;

import io.bramble.storage.Usage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class StorageSamples {
    private final JdbcClient jdbc;

    StorageSamples(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A bucket's newest sample. */
    record Last(UUID bucketId, Instant observedAt, Instant measuredAt, long bytes, long objects, long versions) {
        boolean sameNumbers(Usage usage) {
            return bytes == usage.bytes() && objects == usage.objects() && versions == usage.versions();
        }
    }

    Map<UUID, Last> last(UUID engineId) {
        return jdbc.sql("""
                select s.* from (select distinct bucket_id from metered_bucket where engine_id = :engine) b
                 cross join lateral (select * from storage_sample s where s.bucket_id = b.bucket_id
                                      order by observed_at desc limit 1) s""").param("engine", engineId).query(Last.class).list().stream()
                .collect(Collectors.toMap(Last::bucketId, last -> last));
    }

    void insert(UUID bucketId, Instant observedAt, Usage usage) {
        jdbc.sql("""
                insert into storage_sample (bucket_id, observed_at, measured_at, bytes, objects, versions)
                values (:bucket, :observed, :measured, :bytes, :objects, :versions)
                on conflict do nothing""")
                .param("bucket", bucketId)
                .param("observed", utc(observedAt))
                .param("measured", utc(usage.measuredAt()))
                .param("bytes", usage.bytes())
                .param("objects", usage.objects())
                .param("versions", usage.versions())
                .update();
    }

    /** The engine has looked again and found the same. */
    void confirm(Last last, Instant measuredAt) {
        jdbc.sql("""
                update storage_sample set measured_at = :at
                 where bucket_id = :bucket and observed_at = :observed and measured_at < :at""")
                .param("at", utc(measuredAt))
                .param("bucket", last.bucketId())
                .param("observed", utc(last.observedAt()))
                .update();
    }

    /** Samples within the span and the one before it, by bucket, as far as the acting account may see. */
    Map<UUID, List<StorageSample>> during(UUID engineId, Span span) {
        return jdbc
                .sql("""
                select s.bucket_id, s.observed_at, s.bytes
                  from (select distinct bucket_id from metered_bucket
                         where engine_id = :engine and valid && tstzrange(:from, :to)) b
                 cross join lateral (
                   (select * from storage_sample s where s.bucket_id = b.bucket_id and observed_at <= :from
                     order by observed_at desc limit 1)
                   union all
                   select * from storage_sample s where s.bucket_id = b.bucket_id
                      and observed_at > :from and observed_at < :to) s""")
                .param("engine", engineId)
                .param("from", utc(span.from()))
                .param("to", utc(span.to()))
                .query(Row.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::bucketId, Collectors.mapping(Row::sample, Collectors.toList())));
    }

    private record Row(UUID bucketId, Instant observedAt, long bytes) {
        StorageSample sample() {
            return new StorageSample(observedAt, bytes);
        }
    }
}
