package io.bramble.provisioning;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The conditions of one engine or bucket, by type. */
public record Conditions(Map<String, Condition> all) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, Condition>> SHAPE = new TypeReference<>() {};

    public Conditions {
        all = Collections.unmodifiableMap(new TreeMap<>(all));
    }

    /** Reads what {@link #json()} wrote. */
    public static Conditions parse(String json) {
        return new Conditions(JSON.readValue(json, SHAPE));
    }

    public String json() {
        return JSON.writeValueAsString(all);
    }

    public @Nullable Condition get(String type) {
        return all.get(type);
    }

    /** False also for what was never looked at. */
    public boolean isTrue(String type) {
        var condition = all.get(type);
        return condition != null && condition.status();
    }

    /** Sets a condition; its {@code since} moves only when the status does. */
    public Conditions with(String type, boolean status, String reason, String message, Instant now) {
        var before = all.get(type);
        var since = before != null && before.status() == status ? before.since() : now;
        var changed = new TreeMap<>(all);
        changed.put(type, new Condition(status, reason, message, since));
        return new Conditions(changed);
    }
}
