package io.bramble.bucket;

import com.github.f4b6a3.uuid.UuidCreator;
import io.bramble.account.Times;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class NamespaceRows {
    private static final String SELECT =
            "select id, account_id, name, engine_id, created_at from namespace where account_id = :account";

    private final JdbcClient jdbc;

    NamespaceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param engineId null until the first bucket */
    record Row(
            UUID id, UUID accountId, String name, @Nullable UUID engineId, Instant createdAt) {}

    List<Row> list(UUID accountId) {
        return jdbc.sql(SELECT + " order by created_at, id")
                .param("account", accountId)
                .query(Row.class)
                .list();
    }

    Optional<Row> find(UUID accountId, UUID id) {
        return jdbc.sql(SELECT + " and id = :id")
                .param("account", accountId)
                .param("id", id)
                .query(Row.class)
                .optional();
    }

    /** @return false when somebody has the name, also when they took it a moment ago */
    boolean insert(UUID accountId, String name, Instant now) {
        return jdbc.sql("""
                        insert into namespace (id, account_id, name, created_at) values (:id, :account, :name, :now)
                        on conflict (name) do nothing""")
                        .param("id", UuidCreator.getTimeOrderedEpoch())
                        .param("account", accountId)
                        .param("name", name)
                        .param("now", Times.utc(now))
                        .update()
                == 1;
    }

    boolean taken(String name) {
        return jdbc.sql("select namespace_name_taken(:name)")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    void settle(UUID id, UUID engineId) {
        jdbc.sql("update namespace set engine_id = :engine where id = :id and engine_id is null")
                .param("engine", engineId)
                .param("id", id)
                .update();
    }
}
