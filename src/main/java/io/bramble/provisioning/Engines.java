package io.bramble.provisioning;

import io.bramble.account.Operator;
import io.bramble.storage.StoreAddress;
import io.bramble.storage.StoreAdmin;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Engines: where buckets are put, and how those who use one reach it. */
@Component
public class Engines {
    private final EngineRows rows;
    private final EngineDriver driver;
    private final StorageSettings storage;
    private final EmbeddedSettings embedded;

    Engines(EngineRows rows, EngineDriver driver, StorageSettings storage, EmbeddedSettings embedded) {
        this.rows = rows;
        this.driver = driver;
        this.storage = storage;
        this.embedded = embedded;
    }

    /**
     * The engine for a new bucket.
     *
     * @param ofNamespace where the namespace's buckets are already, since a namespace lives on one engine; null for none
     * @throws EngineUnavailable when there is no engine yet
     */
    public UUID place(@Nullable UUID ofNamespace) {
        if (ofNamespace != null) return ofNamespace;
        return rows.running().stream()
                .filter(engine -> engine.placement().equals("SHARED") && !engine.unsafe())
                .min(Comparator.comparingDouble(Engines::fullness))
                .map(EngineRow::id)
                .orElseThrow(() -> new EngineUnavailable("There is no storage engine yet. Try again in a minute."));
    }

    /**
     * The administration of an engine.
     *
     * @throws EngineUnavailable when it does not run, or this process cannot reach it
     */
    public StoreAdmin admin(UUID engineId) {
        return driver.admin(engineId).orElseThrow(() -> new EngineUnavailable("The storage engine does not run."));
    }

    /** Where the buckets of a namespace are; the public endpoint is what programs use. */
    public StoreAddress address(UUID engineId, String namespace) {
        var open = endpoint(engineId, namespace);
        return new StoreAddress(open, driver.internalEndpoint(engineId).orElse(open), storage.region());
    }

    /** What programs are configured with to reach a namespace that may have no bucket yet. */
    public URI endpoint(@Nullable UUID engineId, String namespace) {
        if (embedded.enabled() && embedded.port() == 0 && engineId != null)
            return driver.internalEndpoint(engineId)
                    .orElseThrow(() -> new EngineUnavailable("The storage engine does not run."));
        return URI.create(storage.endpoint().replace("{namespace}", namespace));
    }

    /** The engines that this process can administer now, for those who measure. */
    public List<UUID> reachable() {
        return rows.running().stream()
                .map(EngineRow::id)
                .filter(id -> driver.admin(id).isPresent())
                .toList();
    }

    /** All engines with their state, oldest first. */
    public List<EngineView> list(Operator acting) {
        acting.requireAny();
        return rows.running().stream().map(this::view).toList();
    }

    private EngineView view(EngineRow engine) {
        var ready = engine.conditions().get(EngineRow.READY);
        return new EngineView(
                engine.id(),
                engine.cluster(),
                engine.driver(),
                engine.placement(),
                state(engine),
                storage.endpoint(),
                engine.usedBytes(),
                engine.capacityBytes(),
                engine.sampledAt(),
                ready == null || ready.status() ? null : ready.message(),
                engine.conditions().all(),
                engine.createdAt());
    }

    private static EngineView.State state(EngineRow engine) {
        if (engine.unsafe()) return EngineView.State.UNSAFE;
        var ready = engine.conditions().get(EngineRow.READY);
        if (ready == null) return EngineView.State.STARTING;
        return ready.status() ? EngineView.State.READY : EngineView.State.AWAY;
    }

    private static double fullness(EngineRow engine) {
        var capacity = engine.capacityBytes();
        var used = engine.usedBytes();
        return capacity == null || used == null || capacity == 0 ? 0 : (double) used / capacity;
    }
}
