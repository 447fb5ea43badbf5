package io.bramble.metering;

import static io.bramble.account.Times.utc;
import static io.bramble.account.Times.utcOrNull;

import io.bramble.storage.Traffic;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class TrafficSamples {
    private final JdbcClient jdbc;

    TrafficSamples(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Chain(UUID bucketId, String node) {}

    /** Each bucket's newest sample on a node. */
    Map<UUID, TrafficSample> last(UUID engineId, String node) {
        return jdbc
                .sql("""
                select s.* from (select distinct bucket_id from metered_bucket where engine_id = :engine) b
                 cross join lateral (select * from traffic_sample s where s.bucket_id = b.bucket_id and s.node = :node
                                      order by observed_at desc limit 1) s""")
                .param("engine", engineId)
                .param("node", node)
                .query((row, _) -> Map.entry(row.getObject("bucket_id", UUID.class), sample(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The newest sample on a node of whoever held the name before. */
    @Nullable
    TrafficSample lastOfFormer(UUID engineId, String engineBucket, String node, UUID holder) {
        return jdbc
                .sql("""
                select * from traffic_sample where node = :node and bucket_id in (
                       select bucket_id from metered_bucket
                        where engine_id = :engine and engine_bucket = :name and bucket_id <> :holder)
                 order by observed_at desc limit 1""")
                .param("node", node)
                .param("engine", engineId)
                .param("name", engineBucket)
                .param("holder", holder)
                .query((row, _) -> sample(row))
                .list()
                .stream()
                .findFirst()
                .orElse(null);
    }

    void insert(Chain chain, TrafficSample sample) {
        var counters = sample.counters();
        jdbc.sql("""
                insert into traffic_sample (bucket_id, node, observed_at, counted_since, process_start,
                                            ingress_bytes, egress_bytes, a, a_failed, b, b_failed)
                values (:bucket, :node, :observed, :since, :start, :ingress, :egress, :a, :aFailed, :b, :bFailed)
                on conflict do nothing""")
                .param("bucket", chain.bucketId())
                .param("node", chain.node())
                .param("observed", utc(sample.observedAt()))
                .param("since", utcOrNull(sample.countedSince()))
                .param("start", utc(sample.processStart()))
                .param("ingress", counters.ingressBytes())
                .param("egress", counters.egressBytes())
                .param("a", counters.a())
                .param("aFailed", counters.aFailed())
                .param("b", counters.b())
                .param("bFailed", counters.bFailed())
                .update();
    }

    /** Samples that count something within the span, and the one before each such chain, as far as may be seen. */
    Map<Chain, List<TrafficSample>> during(UUID engineId, Span span) {
        return jdbc
                .sql("""
                with counted as (
                  select s.* from traffic_sample s
                   where s.bucket_id in (select bucket_id from metered_bucket where engine_id = :engine)
                     and s.observed_at > :from and coalesce(s.counted_since, s.observed_at) < :to)
                select * from counted
                 union all
                select p.* from (select distinct bucket_id, node from counted) c
                 cross join lateral (
                   select * from traffic_sample s where s.bucket_id = c.bucket_id and s.node = c.node
                      and s.observed_at <= :from order by observed_at desc limit 1) p""")
                .param("engine", engineId)
                .param("from", utc(span.from()))
                .param("to", utc(span.to()))
                .query((row, _) -> Map.entry(
                        new Chain(row.getObject("bucket_id", UUID.class), row.getString("node")), sample(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static TrafficSample sample(ResultSet row) throws SQLException {
        var since = row.getTimestamp("counted_since");
        return new TrafficSample(
                row.getTimestamp("observed_at").toInstant(),
                since == null ? null : since.toInstant(),
                row.getTimestamp("process_start").toInstant(),
                new Traffic(
                        row.getLong("ingress_bytes"),
                        row.getLong("egress_bytes"),
                        row.getLong("a"),
                        row.getLong("a_failed"),
                        row.getLong("b"),
                        row.getLong("b_failed")));
    }
}
