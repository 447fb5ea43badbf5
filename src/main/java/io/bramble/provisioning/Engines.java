package io.bramble.provisioning;

import io.bramble.account.Operator;
import io.bramble.storage.Capabilities;
import io.bramble.storage.StoreAddress;
import io.bramble.storage.StoreAdmin;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Engines: where buckets are put, and how those who use one reach it. */
@Component
public class Engines {
    private final EngineRows rows;
    private final Drivers drivers;
    private final StorageSettings storage;
    private final EmbeddedSettings embedded;
    private final Map<UUID, Optional<Elsewhere>> places = new ConcurrentHashMap<>();

    Engines(EngineRows rows, Drivers drivers, StorageSettings storage, EmbeddedSettings embedded) {
        this.rows = rows;
        this.drivers = drivers;
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
        return emptiest()
                .orElseThrow(() -> new EngineUnavailable("There is no storage engine yet. Try again in a minute."));
    }

    /** Of those that take new namespaces, one that answers before one that does not. */
    private Optional<UUID> emptiest() {
        return rows.running().stream()
                .filter(this::takesNew)
                .min(Comparator.comparing(EngineRow::ready).reversed().thenComparingDouble(Engines::fullness))
                .map(EngineRow::id);
    }

    /**
     * The administration of an engine.
     *
     * @throws EngineUnavailable when it does not run, or this process cannot reach it
     */
    public StoreAdmin admin(UUID engineId) {
        return drivers.admin(engineId).orElseThrow(() -> new EngineUnavailable("The storage engine does not run."));
    }

    /** Where the buckets of a namespace are; the public endpoint is what programs use. */
    public StoreAddress address(UUID engineId, String namespace) {
        var elsewhere = elsewhere(engineId);
        if (elsewhere.isPresent()) return address(engineId, elsewhere.get());
        var open = endpoint(engineId, namespace);
        return new StoreAddress(open, drivers.internalEndpoint(engineId).orElse(open), storage.region());
    }

    /** Until an engine was tried out it is trusted with nothing but plain names. */
    private StoreAddress address(UUID engineId, Elsewhere place) {
        return new StoreAddress(place.endpoint(), place.adminEndpoint(), place.region(), capabilities(engineId));
    }

    /** What an engine can do; nothing until it was tried out. */
    public Capabilities capabilities(UUID engineId) {
        return rows.capabilities(engineId).orElse(Capabilities.NONE);
    }

    /** Whom an engine can tell of events, as it names them. */
    public List<String> eventTargets(UUID engineId) {
        return rows.eventTargets(engineId);
    }

    /** What programs sign with. */
    public String region(UUID engineId) {
        return elsewhere(engineId).map(Elsewhere::region).orElse(storage.region());
    }

    /** What programs are configured with to reach a namespace that may have no bucket yet. */
    public URI endpoint(@Nullable UUID engineId, String namespace) {
        var engine = Optional.ofNullable(engineId).or(this::emptiest);
        var elsewhere = engine.flatMap(this::elsewhere);
        if (elsewhere.isPresent()) return elsewhere.get().endpoint();
        if (embedded.enabled() && embedded.port() == 0 && engineId != null)
            return drivers.internalEndpoint(engineId)
                    .orElseThrow(() -> new EngineUnavailable("The storage engine does not run."));
        return URI.create(storage.endpoint().replace("{namespace}", namespace));
    }

    /** The engines that this process can administer now, for those who measure. */
    public List<UUID> reachable() {
        return rows.running().stream()
                .map(EngineRow::id)
                .filter(id -> drivers.admin(id).isPresent())
                .toList();
    }

    /** Everything that browsers may have to reach, with {@code *} for any namespace. */
    public List<String> endpoints() {
        var own = storage.endpoint().replace("{namespace}", "*");
        var others = rows.running().stream().flatMap(engine -> elsewhere(engine.id()).stream());
        return Stream.concat(
                        Stream.of(own), others.map(place -> place.endpoint().toString()))
                .distinct()
                .toList();
    }

    /** All engines with their state, oldest first. */
    public List<EngineView> list(Operator acting) {
        acting.requireAny();
        return rows.running().stream().map(this::view).toList();
    }

    /** Asked for once: an engine keeps its place for good. */
    private Optional<Elsewhere> elsewhere(UUID engineId) {
        return places.computeIfAbsent(engineId, rows::elsewhere);
    }

    private EngineView view(EngineRow engine) {
        var ready = engine.conditions().get(EngineRow.READY);
        return new EngineView(
                engine.id(),
                engine.cluster(),
                engine.driver(),
                engine.placement(),
                state(engine),
                elsewhere(engine.id()).map(its -> its.endpoint().toString()).orElse(storage.endpoint()),
                engine.usedBytes(),
                engine.capacityBytes(),
                engine.sampledAt(),
                ready == null || ready.status() ? null : ready.message(),
                warnings(engine.conditions()),
                engine.conditions().all(),
                capabilities(engine.id()).all(),
                engine.takesNew(),
                engine.createdAt());
    }

    private static List<String> warnings(Conditions conditions) {
        return Stream.of(EngineRow.DRIFT, EngineRow.HOLES)
                .filter(conditions::isTrue)
                .map(type -> Objects.requireNonNull(conditions.get(type)).message())
                .toList();
    }

    private static EngineView.State state(EngineRow engine) {
        if (engine.unsafe()) return EngineView.State.UNSAFE;
        var ready = engine.conditions().get(EngineRow.READY);
        if (ready == null) return EngineView.State.STARTING;
        return ready.status() ? EngineView.State.READY : EngineView.State.AWAY;
    }

    private boolean takesNew(EngineRow engine) {
        var runs = embedded.enabled() || !engine.driver().equals(EmbeddedDriver.NAME);
        return runs && engine.placement().equals("SHARED") && engine.takesNew() && !engine.unsafe();
    }

    private static double fullness(EngineRow engine) {
        var capacity = engine.capacityBytes();
        var used = engine.usedBytes();
        return capacity == null || used == null || capacity == 0 ? 0 : (double) used / capacity;
    }
}
