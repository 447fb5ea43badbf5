package io.bramble.provisioning;

import io.bramble.storage.StoreAdmin;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The drivers of all kinds of storage clusters, as one. */
@Component
class Drivers {
    private final List<EngineDriver> all;

    Drivers(List<EngineDriver> all) {
        this.all = all;
    }

    /** Empty for an engine that another process of Bramble looks after. */
    Optional<EngineDriver> of(EngineRow engine) {
        return all.stream().filter(driver -> driver.reaches(engine)).findFirst();
    }

    /** Empty while the engine does not run, or this process can't reach it. */
    Optional<StoreAdmin> admin(UUID engineId) {
        return all.stream().flatMap(driver -> driver.admin(engineId).stream()).findFirst();
    }

    /** Where this process calls the engine; empty while it does not run. */
    Optional<URI> internalEndpoint(UUID engineId) {
        return all.stream()
                .flatMap(driver -> driver.internalEndpoint(engineId).stream())
                .findFirst();
    }
}
