package io.bramble.provisioning;

import io.bramble.storage.StoreAdmin;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/** How one kind of storage cluster runs engines. A driver for Kubernetes is one more of these. */
sealed interface EngineDriver permits EmbeddedDriver, ExternalDriver {
    /** Whether this process runs, or can reach, the cluster of that engine. */
    boolean reaches(EngineRow engine);

    /** What there is; changes nothing. */
    Observation observe(EngineRow engine);

    /** Goes one way towards a running engine; may be repeated from any starting point. */
    Outcome converge(EngineRow engine, Observation seen);

    /** Takes the way in away from an engine that must not be used. */
    void unroute(EngineRow engine);

    /** Empty while the engine does not run. */
    Optional<StoreAdmin> admin(UUID engineId);

    /** Where this process calls the engine; empty while it does not run. */
    Optional<URI> internalEndpoint(UUID engineId);
}
