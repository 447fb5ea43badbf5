package io.bramble.metering;

import static io.bramble.account.Times.utc;
import static io.bramble.account.Times.utcOrNull;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The passes over engines: when each was, whether it saw everything. */
@Component
class Scrapes {
    private final JdbcClient jdbc;

    Scrapes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param node empty where the engine answers as a whole */
    record Pass(UUID engineId, String node, Kind kind, Instant startedAt, Instant endedAt) {}

    void ok(Pass pass, @Nullable Instant processStart) {
        insert(pass, processStart, null);
    }

    void failed(Pass pass, String error) {
        insert(pass, null, error);
    }

    private void insert(Pass pass, @Nullable Instant processStart, @Nullable String error) {
        jdbc.sql("""
                insert into scrape (engine_id, node, kind, started_at, ended_at, ok, process_start, error)
                values (:engine, :node, :kind, :started, :ended, :ok, :process, :error)
                on conflict do nothing""")
                .param("engine", pass.engineId())
                .param("node", pass.node())
                .param("kind", pass.kind().name())
                .param("started", utc(pass.startedAt()))
                .param("ended", utc(pass.endedAt()))
                .param("ok", error == null)
                .param("process", utcOrNull(processStart))
                .param("error", error)
                .update();
    }

    /** End of the node's last complete pass; null for a node never seen. */
    @Nullable
    Instant lastOk(UUID engineId, Kind kind, String node) {
        return jdbc
                .sql("""
                select ended_at from scrape where engine_id = :engine and kind = :kind and node = :node and ok
                 order by started_at desc limit 1""")
                .param("engine", engineId)
                .param("kind", kind.name())
                .param("node", node)
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .list()
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** Up to when every node was seen; one that was not for a day, while others were, is gone. Null without a pass. */
    @Nullable
    Instant seenByAll(UUID engineId, Kind kind) {
        return jdbc.sql("""
                select min(ended_at) from (
                  select max(ended_at) ended_at from scrape
                   where engine_id = :engine and kind = :kind and ok and ended_at > (
                     select max(ended_at) - interval '1 day' from scrape
                      where engine_id = :engine and kind = :kind and ok)
                   group by node) nodes""")
                .param("engine", engineId)
                .param("kind", kind.name())
                .query((row, _) -> new Found(row.getTimestamp(1)))
                .single()
                .instant();
    }

    /** The first complete pass over an engine; null if there was none. */
    @Nullable
    Instant first(UUID engineId, Kind kind) {
        return jdbc.sql("select min(ended_at) from scrape where engine_id = :engine and kind = :kind and ok")
                .param("engine", engineId)
                .param("kind", kind.name())
                .query((row, _) -> new Found(row.getTimestamp(1)))
                .single()
                .instant();
    }

    /** Ends of complete passes, by node. */
    Map<String, List<Instant>> ends(UUID engineId, Kind kind, Span during) {
        return jdbc
                .sql("""
                select node, ended_at from scrape
                 where engine_id = :engine and kind = :kind and ok and ended_at between :from and :to""")
                .param("engine", engineId)
                .param("kind", kind.name())
                .param("from", utc(during.from()))
                .param("to", utc(during.to()))
                .query(NodePass.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        NodePass::node, Collectors.mapping(NodePass::endedAt, Collectors.toList())));
    }

    private record NodePass(String node, Instant endedAt) {}

    /** One moment of a query, or none. */
    record Found(@Nullable Timestamp at) {
        @Nullable
        Instant instant() {
            return at == null ? null : at.toInstant();
        }
    }
}
