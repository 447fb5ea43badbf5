package io.bramble.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Bramble and everything around it on one machine: PostgreSQL, Keycloak, the mailbox, and Bramble's packaged jar. Started
 * by {@code bin/run} for a person and by journeys for themselves; ends what it started, and what a killed platform left.
 */
public final class LocalPlatform implements AutoCloseable {

    private final Home home;
    private final Ports ports;
    private final Mailbox mailbox;
    private final LocalPostgres postgres;
    private final LocalKeycloak keycloak;
    private final LocalBramble bramble;
    private final @Nullable LocalMinio minio;
    private final Teardown teardown;

    LocalPlatform(
            Home home,
            Ports ports,
            Mailbox mailbox,
            LocalPostgres postgres,
            LocalKeycloak keycloak,
            LocalBramble bramble,
            @Nullable LocalMinio minio,
            Teardown teardown) {
        this.home = home;
        this.ports = ports;
        this.mailbox = mailbox;
        this.postgres = postgres;
        this.keycloak = keycloak;
        this.bramble = bramble;
        this.minio = minio;
        this.teardown = teardown;
    }

    /** Starts everything for a person and stays until told to stop, or until a part of it dies. */
    public static void main(String[] arguments) {
        var teardown = new Teardown();
        try {
            var options = Options.forPerson(System.getenv());
            stopWhenAsked(teardown, options.progress());
            run(options, teardown, List.of(arguments).contains("--demo"));
        } catch (Problem problem) {
            if (teardown.isClosed()) return; // told to stop meanwhile: no trouble at all
            System.err.println(problem.getMessage());
            System.exit(1);
        } catch (IOException | RuntimeException | Error unexpected) {
            unexpected.printStackTrace();
            System.exit(1);
        }
    }

    private static void run(Options options, Teardown teardown, boolean withDemo) throws IOException {
        var platform = new PlatformStart(options, teardown).run();
        var demo = withDemo ? Demo.setUp(platform, options.progress()) : null;
        Welcome.print(platform, demo);
        throw platform.awaitTrouble();
    }

    /** By Ctrl-C or SIGTERM; also when the script that started us is gone and can tell us no more. */
    private static void stopWhenAsked(Teardown teardown, Progress progress) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            var hasBegun = progress.hasSpoken();
            if (hasBegun) progress.say("Stopping");
            teardown.close();
            if (hasBegun) progress.say("Stopped");
        }));
        ProcessHandle.current().parent().ifPresent(script -> Thread.ofVirtual().start(() -> {
            script.onExit().join();
            System.exit(1);
        }));
    }

    /** One for all journeys of this JVM that do not mind company; ends with the JVM. */
    public static LocalPlatform shared() {
        return Shared.PLATFORM;
    }

    /** As {@link #shared()}, with the objects on a real MinIO server. */
    public static LocalPlatform sharedOnMinio() {
        return SharedOnMinio.PLATFORM;
    }

    /** A fresh platform on free ports, below {@code target/}. */
    public static LocalPlatform start() {
        return start(Options.forTests());
    }

    /** As {@link #start()}, with the objects on a real MinIO server. */
    public static LocalPlatform startOn(Path minio) {
        return start(Options.forTestsOn(minio));
    }

    /** A platform on the folder of an earlier one, see {@link #folder}. */
    public static LocalPlatform start(Path folder) {
        return start(Options.forTests(folder));
    }

    public URI consoleUrl() {
        return bramble.url();
    }

    public URI s3Endpoint() {
        return bramble.s3Endpoint();
    }

    public URI keycloakUrl() {
        return keycloak.url();
    }

    public URI mailboxUrl() {
        return URI.create("http://localhost:" + ports.mailbox());
    }

    public Mailbox mailbox() {
        return mailbox;
    }

    public LocalPostgres postgres() {
        return postgres;
    }

    /** People of the realm, without the detour by sign-up and mail. */
    public People people() {
        return new People(keycloak.admin());
    }

    /** As {@code bin/run --demo}; afterwards {@code demo.json} is in the folder. */
    public void addDemo() throws IOException {
        Demo.setUp(this, Progress.silent());
    }

    public Path folder() {
        return home.folder();
    }

    Home home() {
        return home;
    }

    /** SIGKILL, as if the power failed for Bramble alone. */
    public void killBramble() {
        bramble.process().kill();
    }

    public void startBramble() throws IOException {
        bramble.start();
    }

    /** Where the MinIO server of {@link #startOn} keeps its objects. */
    public Path minioDrive() {
        return home.minio();
    }

    /** The MinIO server of {@link #startOn}: SIGKILL, then another one on the same folder. */
    public void restartStore() throws IOException {
        var store = Objects.requireNonNull(minio, "The store is inside Bramble");
        store.kill();
        store.start();
    }

    @Override
    public void close() {
        teardown.close();
    }

    /** Waits until a process ends that nobody ended. */
    private Problem awaitTrouble() throws IOException {
        CompletableFuture.anyOf(keycloak.process().onExit(), bramble.process().onExit(), postgres.onExit())
                .join();
        for (var child : List.of(keycloak.process(), bramble.process())) {
            if (!child.isAlive()) return child.ended("ended unexpectedly");
        }
        return new Problem("PostgreSQL ended unexpectedly, see " + home.log("postgres"));
    }

    private static LocalPlatform start(Options options) {
        var teardown = new Teardown();
        try {
            return new PlatformStart(options, teardown).run();
        } catch (IOException failed) {
            teardown.close();
            throw new UncheckedIOException(failed);
        } catch (RuntimeException failed) {
            teardown.close();
            throw failed;
        }
    }

    private static final class Shared {
        private static final LocalPlatform PLATFORM = start();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(PLATFORM::close));
        }
    }

    private static final class SharedOnMinio {
        private static final LocalPlatform PLATFORM = startOn(Path.of(System.getenv("TESTBED_MINIO")));

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(PLATFORM::close));
        }
    }
}
