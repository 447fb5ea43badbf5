package io.bramble.provisioning;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.f4b6a3.uuid.UuidCreator;
import io.bramble.account.Times;
import io.bramble.secrets.Vault;
import io.bramble.storage.Credentials;
import io.bramble.storage.Health;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class EngineRows {
    private static final String SELECT = """
            select e.id, c.name cluster, c.driver, e.placement, e.identity, e.used_bytes, e.capacity_bytes,
                   e.sampled_at, e.conditions, e.created_at
              from engine e join storage_cluster c on c.id = e.storage_cluster_id
             where e.desired = 'RUNNING'""";

    private final JdbcClient jdbc;
    private final Vault vault;

    EngineRows(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
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

    Optional<UUID> shared(UUID clusterId) {
        return jdbc.sql("select id from engine where storage_cluster_id = :cluster and placement = 'SHARED'")
                .param("cluster", clusterId)
                .query(UUID.class)
                .optional();
    }

    UUID insertShared(UUID clusterId, Instant now) {
        var id = UuidCreator.getTimeOrderedEpoch();
        var root = Credentials.random();
        jdbc.sql("""
                insert into engine (id, storage_cluster_id, placement, desired, root_user, root_secret_enc, created_at)
                values (:id, :cluster, 'SHARED', 'RUNNING', :user, :secret, :now)""")
                .param("id", id)
                .param("cluster", clusterId)
                .param("user", root.accessKeyId())
                .param(
                        "secret",
                        vault.encrypt(root.secretKey().reveal().getBytes(UTF_8), "engine|" + id + "|root_secret_enc"))
                .param("now", Times.utc(now))
                .update();
        return id;
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

    void observed(UUID id, @Nullable String identity, @Nullable Health health, Conditions conditions, Instant now) {
        jdbc.sql("""
                update engine set identity = coalesce(identity, :identity), conditions = :conditions::jsonb,
                       used_bytes = coalesce(:used, used_bytes), capacity_bytes = coalesce(:capacity, capacity_bytes),
                       sampled_at = coalesce(:sampled, sampled_at)
                 where id = :id""")
                .param("identity", identity)
                .param("conditions", conditions.json())
                .param("used", health == null ? null : health.capacityBytes() - health.freeBytes())
                .param("capacity", health == null ? null : health.capacityBytes())
                .param("sampled", health == null ? null : Times.utc(now))
                .param("id", id)
                .update();
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
                row.getTimestamp("created_at").toInstant());
    }
}
