package io.bramble.provisioning;

import io.bramble.storage.AdminAddress;
import io.bramble.storage.Credentials;
import io.bramble.storage.StoreAdmin;
import io.bramble.storage.StoreAdmins;
import io.bramble.storage.StoreException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** MinIO or Silo servers that somebody else runs. They are neither started nor stopped, and nothing of them is removed. */
@Component
final class ExternalDriver implements EngineDriver {
    static final String NAME = "EXTERNAL";

    private final EngineRows rows;
    private final EngineSecrets secrets;
    private final Clock clock;
    private final Map<UUID, Opened> opened = new ConcurrentHashMap<>();

    /** An administration and what it was opened with: new credentials open another. */
    private record Opened(Elsewhere place, Credentials root, StoreAdmin admin) {
        boolean isWith(Elsewhere place, Credentials root) {
            return this.place.equals(place) && this.root.equals(root);
        }
    }

    ExternalDriver(EngineRows rows, EngineSecrets secrets, Clock clock) {
        this.rows = rows;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public boolean reaches(EngineRow engine) {
        return engine.driver().equals(NAME);
    }

    @Override
    public Observation observe(EngineRow engine) {
        var admin = open(engine);
        try {
            var identity = admin.identity();
            // Trying out what it can do writes, which another store must be spared.
            if (engine.isAnother(identity)) return Observation.of(identity, admin.health());
            return new Observation(
                    identity,
                    admin.health(),
                    admin.capabilities(),
                    admin.eventTargets(),
                    admin.drift(),
                    admin.release(),
                    null);
        } catch (StoreException away) {
            return Observation.away(String.valueOf(away.getMessage()));
        }
    }

    @Override
    public Outcome converge(EngineRow engine, Observation seen) {
        return new Outcome.Failed(seen.problem() == null ? "The engine does not answer." : seen.problem());
    }

    @Override
    public void unroute(EngineRow engine) {
        opened.remove(engine.id());
    }

    @Override
    public Optional<StoreAdmin> admin(UUID engineId) {
        return rows.find(engineId)
                .filter(engine -> reaches(engine) && !engine.unsafe())
                .map(this::open);
    }

    @Override
    public Optional<URI> internalEndpoint(UUID engineId) {
        return rows.elsewhere(engineId).map(Elsewhere::adminEndpoint);
    }

    /** For one look, with credentials that are not kept yet. */
    StoreAdmin open(Elsewhere place, Credentials root) {
        return StoreAdmins.minio(new AdminAddress(place.adminEndpoint(), place.region(), List.of()), root, clock);
    }

    /** The same one as long as the credentials are: it has tried out what the engine can do. */
    private StoreAdmin open(EngineRow engine) {
        var place = rows.elsewhere(engine.id()).orElseThrow();
        var root = secrets.of(engine.id());
        return opened.compute(
                        engine.id(),
                        (_, before) -> before != null && before.isWith(place, root)
                                ? before
                                : new Opened(place, root, open(place, root)))
                .admin();
    }
}
