package io.bramble.provisioning;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import com.github.f4b6a3.uuid.UuidCreator;
import io.bramble.account.Times;
import io.bramble.storage.Capabilities;
import io.bramble.storage.Capability;
import io.bramble.storage.Credentials;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class EngineRows {
    private static final String SELECT = """
            select e.id, c.name cluster, c.driver, e.placement, e.identity, e.used_bytes, e.capacity_bytes,
                   e.sampled_at, e.conditions, e.takes_new, e.created_at
              from engine e join storage_cluster c on c.id = e.storage_cluster_id
             where e.desired = 'RUNNING'""";

    private final JdbcClient jdbc;
    private final EngineSecrets secrets;

    EngineRows(JdbcClient jdbc, EngineSecrets secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    /** Makes the cluster of this name unless it is there, and keeps others from changing it until the transaction ends. */
    UUID ensureCluster(String name, String driver, Instant now) {
        jdbc.sql("""
                insert into storage_cluster (id, name, driver, created_at) values (:id, :name, :driver, :now)
                on conflict (name) do nothing""")
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("name", name)
                .param("driver", driver)
                .param("now", Times.utc(now))
                .update();
        return jdbc.sql("select id from storage_cluster where name = :name for update")
                .param("name", name)
                .query(UUID.class)
                .single();
    }

    boolean clusterIsThere(String name) {
        return jdbc.sql("select exists (select 1 from storage_cluster where name = :name)")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    Optional<UUID> shared(UUID clusterId) {
        return jdbc.sql("select id from engine where storage_cluster_id = :cluster and placement = 'SHARED'")
                .param("cluster", clusterId)
                .query(UUID.class)
                .optional();
    }

    /** @param elsewhere null for an engine inside Bramble */
    UUID insertShared(UUID clusterId, Credentials root, @Nullable Elsewhere elsewhere, Instant now) {
        var id = UuidCreator.getTimeOrderedEpoch();
        jdbc.sql("""
                insert into engine (id, storage_cluster_id, placement, desired, root_user, root_secret_enc, endpoint,
                       admin_endpoint, region, created_at)
                values (:id, :cluster, 'SHARED', 'RUNNING', :user, :secret, :endpoint, :admin, :region, :now)""")
                .param("id", id)
                .param("cluster", clusterId)
                .param("user", root.accessKeyId())
                .param("secret", secrets.sealed(id, root))
                .param(
                        "endpoint",
                        elsewhere == null ? null : elsewhere.endpoint().toString())
                .param(
                        "admin",
                        elsewhere == null ? null : elsewhere.adminEndpoint().toString())
                .param("region", elsewhere == null ? null : elsewhere.region())
                .param("now", Times.utc(now))
                .update();
        return id;
    }

    /** Empty for an engine inside Bramble. */
    Optional<Elsewhere> elsewhere(UUID id) {
        return jdbc.sql("select endpoint, admin_endpoint, region from engine where id = :id and endpoint is not null")
                .param("id", id)
                .query((row, _) -> new Elsewhere(
                        URI.create(row.getString("endpoint")),
                        URI.create(row.getString("admin_endpoint")),
                        row.getString("region")))
                .optional();
    }

    void takesNew(UUID id, boolean takesNew) {
        jdbc.sql("update engine set takes_new = :takes where id = :id")
                .param("takes", takesNew)
                .param("id", id)
                .update();
    }

    /** Empty until the engine was tried out. */
    Optional<Capabilities> capabilities(UUID id) {
        return jdbc.sql("select capabilities from engine where id = :id and capabilities is not null")
                .param("id", id)
                .query(String.class)
                .optional()
                .map(EngineRows::capabilities);
    }

    /** Whom it can tell of events, as it was last seen. */
    List<String> eventTargets(UUID id) {
        return jdbc.sql("select event_targets from engine where id = :id and event_targets <> ''")
                .param("id", id)
                .query(String.class)
                .optional()
                .map(text -> List.of(text.split(",", -1)))
                .orElse(List.of());
    }

    /** By what a store says it is; the same store is never two engines. */
    Optional<UUID> byIdentity(String identity) {
        return jdbc.sql("select id from engine where identity = :identity")
                .param("identity", identity)
                .query(UUID.class)
                .optional();
    }

    List<EngineRow> running() {
        return jdbc.sql(SELECT + " order by e.created_at")
                .query((row, _) -> engine(row))
                .list();
    }

    Optional<EngineRow> find(UUID id) {
        return jdbc.sql(SELECT + " and e.id = :id")
                .param("id", id)
                .query((row, _) -> engine(row))
                .optional();
    }

    void observed(UUID id, Observation seen, Conditions conditions, Instant now) {
        var health = seen.health();
        var capabilities = seen.capabilities();
        var targets = seen.eventTargets();
        jdbc.sql("""
                update engine set identity = coalesce(identity, :identity), conditions = :conditions::jsonb,
                       used_bytes = coalesce(:used, used_bytes), capacity_bytes = coalesce(:capacity, capacity_bytes),
                       sampled_at = coalesce(:sampled, sampled_at),
                       capabilities = coalesce(:capabilities, capabilities),
                       event_targets = coalesce(:targets, event_targets)
                 where id = :id""")
                .param("identity", seen.identity())
                .param("capabilities", capabilities == null ? null : text(capabilities))
                .param("targets", targets == null ? null : String.join(",", targets))
                .param("conditions", conditions.json())
                .param("used", health == null ? null : health.capacityBytes() - health.freeBytes())
                .param("capacity", health == null ? null : health.capacityBytes())
                .param("sampled", health == null ? null : Times.utc(now))
                .param("id", id)
                .update();
    }

    private static String text(Capabilities capabilities) {
        return capabilities.all().stream().map(Enum::name).sorted().collect(joining(","));
    }

    /** What a later version of Bramble wrote and this one does not know is left out. */
    private static Capabilities capabilities(String text) {
        var names = Set.of(text.split(","));
        return new Capabilities(Arrays.stream(Capability.values())
                .filter(capability -> names.contains(capability.name()))
                .collect(toUnmodifiableSet()));
    }

    private static EngineRow engine(ResultSet row) throws SQLException {
        var sampled = row.getTimestamp("sampled_at");
        return new EngineRow(
                row.getObject("id", UUID.class),
                row.getString("cluster"),
                row.getString("driver"),
                row.getString("placement"),
                row.getString("identity"),
                row.getObject("used_bytes", Long.class),
                row.getObject("capacity_bytes", Long.class),
                sampled == null ? null : sampled.toInstant(),
                Conditions.parse(row.getString("conditions")),
                row.getBoolean("takes_new"),
                row.getTimestamp("created_at").toInstant());
    }
}
