package io.bramble.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** The order in which a platform comes up: PostgreSQL, then Keycloak and Bramble side by side. */
final class PlatformStart {

    private static final Path JAR = Path.of("target/bramble.jar").toAbsolutePath();
    private static final Path KEYCLOAK_ZIPS = Path.of("target/keycloak-dist");
    private static final Path THEME = Path.of("keycloak/themes/bramble");

    private interface Work {
        void run() throws IOException;
    }

    private final Options options;
    private final Home home;
    private final Progress progress;
    private final Teardown teardown;
    private final Children children;
    private @Nullable LocalMinio minio;

    PlatformStart(Options options, Teardown teardown) {
        this.options = options;
        this.home = options.home();
        this.progress = options.progress();
        this.teardown = teardown;
        this.children = new Children(home);
    }

    LocalPlatform run() throws IOException {
        var lock = PlatformLock.take(home);
        teardown.add(lock::close);
        var ports = clearTheWay();
        var mailbox = Mailbox.start(home, ports);
        teardown.add(mailbox::close);
        var postgres = startPostgres(ports);
        teardown.add(children::stop);
        var keycloakProgram = keycloakProgram();
        var first = !keycloakProgram.isPrepared();
        var keycloak = new LocalKeycloak(keycloakProgram, ports, children, postgres, home.secrets());
        var program = BrambleProgram.prepare(children, options.programs(), JAR, options.trained());
        var bramble = new LocalBramble(home, program, ports, children, postgres, engine(ports));
        var training = options.trained() && !program.isTrained();
        sideBySide(() -> start(keycloak), () -> {
            if (training && first) train(bramble, program); // Keycloak is being prepared meanwhile
            start(bramble);
        });
        if (training && !first) Thread.ofVirtual().start(() -> train(bramble, program));
        return new LocalPlatform(home, ports, mailbox, postgres, keycloak, bramble, minio, teardown);
    }

    /** Objects stay where they were put: one folder is never used with the other kind of engine. */
    private Map<String, Object> engine(Ports ports) throws IOException {
        var program = options.minio();
        if (Files.exists(program == null ? home.minio() : home.engine()))
            throw new Problem("The buckets in %s are %s. Start it that way, or set BRAMBLE_HOME to another folder."
                    .formatted(
                            home.folder(), program == null ? "on MinIO (--engine=minio)" : "in the embedded engine"));
        if (program == null)
            return Map.of(
                    "bramble.engine.embedded.directory", home.engine().toString(),
                    "bramble.engine.embedded.port", ports.s3());
        var started = new LocalMinio(program, home, ports, children);
        started.start();
        minio = started;
        progress.say("MinIO is ready on port " + ports.s3());
        return started.properties();
    }

    /** Left-over processes end first: they may hold the very ports that are looked at next. */
    private Ports clearTheWay() throws IOException {
        children.endLeftOvers(progress);
        Postmaster.endLeftOver(home.postgres());
        var remembered = home.run().resolve("postgres.port");
        var last = Files.exists(remembered) ? Files.readString(remembered).strip() : "0";
        var ports = options.ports().apply(Integer.parseInt(last));
        ports.requireFree();
        Files.writeString(remembered, ports.postgres() + "\n");
        return ports;
    }

    private LocalPostgres startPostgres(Ports ports) throws IOException {
        if (!Files.exists(home.postgres())) progress.say("Making the database in " + home.postgres());
        teardown.add(() -> Postmaster.endLeftOver(home.postgres()));
        var secrets = home.secrets();
        var postgres = LocalPostgres.start(
                home.postgres(), ports.postgres(), home.log("postgres"), role -> secrets.get("postgres-" + role));
        teardown.add(postgres::close);
        progress.say("PostgreSQL is ready on port " + ports.postgres());
        return postgres;
    }

    private KeycloakProgram keycloakProgram() throws IOException {
        try (var zips = Files.list(KEYCLOAK_ZIPS)) {
            var zip = zips.findFirst().orElseThrow(() -> new Problem("Run mvn package: it brings Keycloak"));
            return new KeycloakProgram(children, options.programs(), zip, THEME, progress);
        }
    }

    private void start(LocalKeycloak keycloak) throws IOException {
        keycloak.start();
        progress.say("Keycloak is ready");
    }

    private void start(LocalBramble bramble) throws IOException {
        bramble.start();
        progress.say("Bramble is ready");
    }

    /** Half-made notes are worth nothing, so whoever stops does not wait for them. */
    private void train(LocalBramble bramble, BrambleProgram program) {
        try {
            var training = bramble.startTraining();
            teardown.add(() -> training.stop(Duration.ZERO));
            training.awaitEnd();
            program.keepTraining();
        } catch (IOException | Problem noTraining) {
            if (!teardown.isClosed()) progress.say("Starts will not get faster: " + noTraining.getMessage());
        }
    }

    /** Returns when both are done, or throws as soon as one has failed. */
    private static void sideBySide(Work one, Work other) throws IOException {
        var failed = new CompletableFuture<Void>();
        var both = CompletableFuture.allOf(begin(one, failed), begin(other, failed));
        try {
            CompletableFuture.anyOf(both, failed).join();
        } catch (CompletionException failure) {
            switch (failure.getCause()) {
                case IOException broken -> throw broken;
                case RuntimeException broken -> throw broken;
                case null, default -> throw failure;
            }
        }
    }

    private static CompletableFuture<Void> begin(Work work, CompletableFuture<Void> failed) {
        var done = new CompletableFuture<Void>();
        Thread.ofVirtual().start(() -> {
            try {
                work.run();
                done.complete(null);
            } catch (IOException | RuntimeException broken) {
                failed.completeExceptionally(broken);
            }
        });
        return done;
    }
}
