package io.bramble.local;

import static java.util.Map.entry;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Bramble's own jar as a process, with the properties that production gets from its manifests. */
final class LocalBramble {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Home home;
    private final BrambleProgram program;
    private final Ports ports;
    private final Children children;
    private final LocalPostgres postgres;
    private final Map<String, Object> engine;
    private volatile @Nullable Child process;

    /** @param engine what Bramble has to know of where objects are kept */
    LocalBramble(
            Home home,
            BrambleProgram program,
            Ports ports,
            Children children,
            LocalPostgres postgres,
            Map<String, Object> engine) {
        this.home = home;
        this.program = program;
        this.ports = ports;
        this.children = children;
        this.postgres = postgres;
        this.engine = engine;
    }

    void start() throws IOException {
        var bramble = children.start("bramble", program.command(), environment());
        process = bramble;
        bramble.awaitAnswer(URI.create(url() + "/actuator/health/readiness"), PATIENCE);
    }

    /** Starts another one, up to where it would open its doors, to note what a start loads. */
    Child startTraining() throws IOException {
        return children.start("bramble-train", program.trainingCommand(), environment());
    }

    Child process() {
        return requireNonNull(process, "Bramble was not started");
    }

    URI url() {
        return URI.create("http://localhost:" + ports.console());
    }

    URI s3Endpoint() {
        return URI.create("http://localhost:" + ports.s3());
    }

    private Map<String, String> environment() throws IOException {
        var properties = new HashMap<>(engine);
        properties.putAll(ownProperties());
        return Map.of("SPRING_APPLICATION_JSON", JsonMapper.shared().writeValueAsString(properties));
    }

    private Map<String, Object> ownProperties() throws IOException {
        return Map.ofEntries(
                entry("server.port", ports.console()),
                entry("server.address", "127.0.0.1"),
                entry("bramble.url", url().toString()),
                entry("spring.datasource.url", postgres.url("bramble")),
                entry("spring.datasource.username", LocalPostgres.APP),
                entry("spring.datasource.password", postgres.password(LocalPostgres.APP)),
                entry("spring.flyway.user", LocalPostgres.OWNER),
                entry("spring.flyway.password", postgres.password(LocalPostgres.OWNER)),
                entry("bramble.keycloak.url", "http://localhost:" + ports.keycloak()),
                entry("bramble.keycloak.client-secret", home.secrets().get("keycloak-console")),
                entry("bramble.secrets.keyset", LocalKeyset.in(home.keyset()).toString()),
                entry("bramble.storage.endpoint", s3Endpoint().toString()),
                entry("bramble.worker.enabled", true));
    }
}
