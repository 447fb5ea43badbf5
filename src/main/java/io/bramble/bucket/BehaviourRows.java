package io.bramble.bucket;

import io.bramble.storage.CorsRule;
import io.bramble.storage.EventRule;
import io.bramble.storage.LifecycleRule;
import io.bramble.storage.Retention;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How buckets should behave, in their rows; each change is a new generation. */
@Component
class BehaviourRows {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<LifecycleRule>> LIFECYCLE = new TypeReference<>() {};
    private static final TypeReference<List<CorsRule>> CORS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> TAGS = new TypeReference<>() {};
    private static final TypeReference<List<EventRule>> EVENTS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    BehaviourRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static Behaviour behaviour(ResultSet row) throws SQLException {
        var retention = row.getString("retention");
        return new Behaviour(
                row.getBoolean("object_lock"),
                row.getBoolean("versioning"),
                JSON.readValue(row.getString("lifecycle"), LIFECYCLE),
                JSON.readValue(row.getString("cors"), CORS),
                JSON.readValue(row.getString("tags"), TAGS),
                JSON.readValue(row.getString("events"), EVENTS),
                retention == null ? null : JSON.readValue(retention, Retention.class));
    }

    void versioning(UUID id, boolean on) {
        jdbc.sql("update bucket set versioning = :on, generation = generation + 1 where id = :id")
                .param("on", on)
                .param("id", id)
                .update();
    }

    void lifecycle(UUID id, List<LifecycleRule> rules) {
        write("lifecycle", id, rules);
    }

    void cors(UUID id, List<CorsRule> rules) {
        write("cors", id, rules);
    }

    void tags(UUID id, Map<String, String> tags) {
        write("tags", id, tags);
    }

    void events(UUID id, List<EventRule> rules) {
        write("events", id, rules);
    }

    void retention(UUID id, @Nullable Retention retention) {
        write("retention", id, retention);
    }

    private void write(String column, UUID id, @Nullable Object value) {
        jdbc.sql("update bucket set " + column + " = :value::jsonb, generation = generation + 1 where id = :id")
                .param("value", value == null ? null : JSON.writeValueAsString(value))
                .param("id", id)
                .update();
    }
}
