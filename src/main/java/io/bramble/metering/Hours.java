package io.bramble.metering;

import static io.bramble.account.Times.utc;
import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Computes hours of usage from samples: the same for an hour that is closed, recomputed, or still running. */
@Component
class Hours {
    private final JdbcClient jdbc;
    private final StorageSamples storage;
    private final TrafficSamples traffic;

    Hours(JdbcClient jdbc, StorageSamples storage, TrafficSamples traffic) {
        this.jdbc = jdbc;
        this.storage = storage;
        this.traffic = traffic;
    }

    /** Usage on one engine of the buckets that the acting account, or the platform, may see. */
    List<UsageHour> of(UUID engineId, Kind kind, Span span) {
        return switch (kind) {
            case STORAGE -> storage(engineId, span);
            case TRAFFIC -> traffic(engineId, span);
        };
    }

    private List<UsageHour> storage(UUID engineId, Span span) {
        var tenures = tenures(engineId, span).stream().collect(Collectors.groupingBy(Tenure::bucketId));
        var hours = new ArrayList<UsageHour>();
        storage.during(engineId, span).forEach((bucketId, samples) -> {
            var held = tenures.getOrDefault(bucketId, List.of());
            var valid = held.stream().map(Tenure::span).toList();
            StorageIntegral.byHour(samples, valid, span)
                    .forEach((hour, sum) ->
                            hours.add(new UsageHour(bucketId, held.getFirst().accountId(), Meter.STORAGE, hour, sum)));
        });
        return hours;
    }

    private List<UsageHour> traffic(UUID engineId, Span span) {
        // A bucket's last traffic may be seen after its end: tenures since ever.
        var payers = tenures(engineId, new Span(Instant.EPOCH, span.to())).stream()
                .collect(Collectors.toMap(Tenure::bucketId, Tenure::accountId, (one, _) -> one));
        var sums = new HashMap<Key, BigInteger>();
        traffic.during(engineId, span)
                .forEach((chain, samples) -> TrafficDelta.byHour(samples).forEach((hour, amounts) -> {
                    if (!span.contains(hour)) return;
                    amounts.forEach((meter, amount) ->
                            sums.merge(new Key(chain.bucketId(), meter, hour), amount, BigInteger::add));
                }));
        return sums.entrySet().stream()
                .map(entry -> entry.getKey().hour(payers, entry.getValue()))
                .toList();
    }

    private List<Tenure> tenures(UUID engineId, Span span) {
        return jdbc.sql("""
                select bucket_id, account_id, lower(valid) valid_from, coalesce(upper(valid), 'infinity') valid_to
                  from metered_bucket where engine_id = :engine and valid && tstzrange(:from, :to)""")
                .param("engine", engineId)
                .param("from", utc(span.from()))
                .param("to", utc(span.to()))
                .query(Tenure.class)
                .list();
    }

    private record Tenure(UUID bucketId, UUID accountId, Instant validFrom, Instant validTo) {
        Span span() {
            return new Span(validFrom, validTo);
        }
    }

    private record Key(UUID bucketId, Meter meter, Instant hour) {
        UsageHour hour(Map<UUID, UUID> payers, BigInteger quantity) {
            return new UsageHour(bucketId, requireNonNull(payers.get(bucketId)), meter, hour, quantity);
        }
    }
}
