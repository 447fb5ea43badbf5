package io.bramble.local;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Stream.concat;

import io.bramble.security.keycloak.KeycloakAdmin;
import io.bramble.security.keycloak.RealmSetup;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keycloak as a process of its own, with the realm that {@code keycloak/realm.json} describes. */
final class LocalKeycloak {

    private static final String SETUP_CLIENT = "bramble-setup";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** Chosen by measuring: half the processor time of Keycloak's own choice. */
    private static final List<String> MACHINE = List.of(
            "-Xms128m",
            "-Xmn64m",
            "-Xmx384m",
            "-XX:MaxMetaspaceSize=256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1");
    /** What kc.sh would hand over; without that shell there is one process, and its number is the one to end. */
    private static final List<String> AS_KC_SH = List.of(
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8",
            "-Duser.language=en",
            "-Duser.country=US",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Dpicocli.disable.closures=true",
            "-Dquarkus-log-max-startup-records=10000",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED");

    private final KeycloakProgram program;
    private final Ports ports;
    private final Children children;
    private final LocalPostgres postgres;
    private final Secrets secrets;
    private volatile @Nullable Child process;

    LocalKeycloak(KeycloakProgram program, Ports ports, Children children, LocalPostgres postgres, Secrets secrets) {
        this.program = program;
        this.ports = ports;
        this.children = children;
        this.postgres = postgres;
        this.secrets = secrets;
    }

    void start() throws IOException {
        var keycloak = children.start("keycloak", command(program.prepare()), environment());
        process = keycloak;
        keycloak.awaitAnswer(URI.create("http://127.0.0.1:" + ports.management() + "/health/ready"), PATIENCE);
        try (var admin = admin()) {
            new RealmSetup(admin, realmSettings()).apply();
        }
    }

    Child process() {
        return requireNonNull(process, "Keycloak was not started");
    }

    URI url() {
        return URI.create("http://localhost:" + ports.keycloak());
    }

    KeycloakAdmin admin() {
        return new KeycloakAdmin(url(), SETUP_CLIENT, secrets.get("keycloak-setup"));
    }

    private List<String> command(Path program) {
        var java = concat(Stream.of(Java.PROGRAM), concat(MACHINE.stream(), AS_KC_SH.stream()));
        return concat(java, serverArguments(program)).toList();
    }

    private Stream<String> serverArguments(Path program) {
        return Stream.of(
                "-Dkc.home.dir=" + program,
                "-Djboss.server.config.dir=" + program.resolve("conf"),
                "-cp",
                program.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                "start",
                "--optimized",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + ports.keycloak(),
                "--hostname=" + url(),
                "--http-management-host=127.0.0.1",
                "--http-management-port=" + ports.management(),
                // A changed style sheet is seen at the next start, not a month later.
                "--spi-theme--static-max-age=-1",
                "--log-level=info,io.smallrye.health:warn");
    }

    private Map<String, String> environment() {
        return Map.of(
                "KC_BOOTSTRAP_ADMIN_CLIENT_ID",
                SETUP_CLIENT,
                "KC_BOOTSTRAP_ADMIN_CLIENT_SECRET",
                secrets.get("keycloak-setup"),
                "KC_DB_URL",
                postgres.url("keycloak"),
                "KC_DB_USERNAME",
                LocalPostgres.KEYCLOAK,
                "KC_DB_PASSWORD",
                postgres.password(LocalPostgres.KEYCLOAK),
                "KC_DB_POOL_MAX_SIZE",
                "10");
    }

    private Map<String, String> realmSettings() {
        return Map.of(
                "BRAMBLE_URL",
                "http://localhost:" + ports.console(),
                "BRAMBLE_KEYCLOAK_CLIENT_SECRET",
                secrets.get("keycloak-console"),
                "SMTP_HOST",
                "127.0.0.1",
                "SMTP_PORT",
                Integer.toString(ports.smtp()),
                "SMTP_FROM",
                "hello@bramble.example");
    }
}
