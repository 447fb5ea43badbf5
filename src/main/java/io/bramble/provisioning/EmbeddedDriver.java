package io.bramble.provisioning;

import io.bramble.secrets.Vault;
import io.bramble.storage.EmbeddedEngine;
import io.bramble.storage.PortInUse;
import io.bramble.storage.SecretCipher;
import io.bramble.storage.StoreAdmin;
import io.bramble.storage.StoreException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The engine inside this process: a folder, and S3 on a port of its own. */
@Component
final class EmbeddedDriver implements EngineDriver {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDriver.class);
    static final String NAME = "EMBEDDED";

    private final EmbeddedSettings settings;
    private final EmbeddedEngine.Settings engineSettings;
    private final SecretCipher cipher;
    private final Clock clock;
    private final Map<UUID, EmbeddedEngine> running = new ConcurrentHashMap<>();

    EmbeddedDriver(
            EmbeddedSettings settings,
            StorageSettings storage,
            Vault vault,
            Clock clock,
            @Value("${bramble.url}") String consoleUrl) {
        this.settings = settings;
        this.clock = clock;
        engineSettings = new EmbeddedEngine.Settings(
                settings.directory(), settings.host(), settings.port(), storage.region(), List.of(consoleUrl));
        cipher = new SecretCipher() {
            @Override
            public byte[] encrypt(byte[] plain, String context) {
                return vault.encrypt(plain, context);
            }

            @Override
            public byte[] decrypt(byte[] sealed, String context) {
                return vault.decrypt(sealed, context);
            }
        };
    }

    @Override
    public boolean reaches(EngineRow engine) {
        return settings.enabled() && engine.driver().equals(NAME);
    }

    @Override
    public Observation observe(EngineRow engine) {
        var embedded = running.get(engine.id());
        if (embedded == null) return Observation.NOTHING;
        try {
            var admin = embedded.admin();
            return new Observation(
                    admin.identity(),
                    admin.health(),
                    admin.capabilities(),
                    admin.eventTargets(),
                    admin.drift(),
                    admin.release(),
                    null);
        } catch (StoreException away) {
            return Observation.NOTHING;
        }
    }

    @Override
    public Outcome converge(EngineRow engine, Observation seen) {
        if (running.containsKey(engine.id())) return new Outcome.Done();
        try {
            return accept(engine, EmbeddedEngine.start(engineSettings, cipher, clock));
        } catch (PortInUse inUse) {
            return new Outcome.Failed("Port " + inUse.port() + " is in use by another program.");
        } catch (StoreException.StoreUnavailable unusable) {
            LOG.warn("The embedded engine does not start; tried again with the next pass", unusable);
            return new Outcome.Failed(String.valueOf(unusable.getMessage()));
        }
    }

    /** Nobody gets at an engine before it has shown whose data it holds. */
    private Outcome accept(EngineRow engine, EmbeddedEngine started) {
        var identity = started.admin().identity();
        if (engine.isAnother(identity)) {
            started.close();
            return new Outcome.Another(identity);
        }
        running.put(engine.id(), started);
        return new Outcome.Done();
    }

    @Override
    public void unroute(EngineRow engine) {
        close(engine.id());
    }

    @Override
    public Optional<StoreAdmin> admin(UUID engineId) {
        return Optional.ofNullable(running.get(engineId)).map(EmbeddedEngine::admin);
    }

    @Override
    public Optional<URI> internalEndpoint(UUID engineId) {
        return Optional.ofNullable(running.get(engineId)).map(EmbeddedEngine::endpoint);
    }

    void closeAll() {
        running.keySet().forEach(this::close);
    }

    private void close(UUID engineId) {
        var embedded = running.remove(engineId);
        if (embedded != null) embedded.close();
    }
}
