package io.bramble.storage;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A real MinIO server: one process over one folder, on a port of its own. */
public final class MinioServer implements AutoCloseable {
    /** Path of the executable, set by bin/test. */
    public static final String EXECUTABLE = "TESTBED_MINIO";

    private final Path folder;
    private Process process;
    private final URI endpoint;
    private final Credentials root;
    private final Map<String, String> settings;

    private MinioServer(Path folder, URI endpoint, Credentials root, Map<String, String> settings) {
        this.folder = folder;
        this.process = begin(folder, endpoint, root, settings);
        this.endpoint = endpoint;
        this.root = root;
        this.settings = settings;
        awaitReady();
    }

    public static MinioServer start(Path folder) throws IOException {
        return start(folder, freePort(), Credentials.random());
    }

    static MinioServer start(Path folder, int port, Credentials root) {
        return new MinioServer(folder, URI.create("http://127.0.0.1:" + port), root, Map.of());
    }

    /** One that tells a listener of events. */
    public static MinioServer startTelling(Path folder, URI listener) throws IOException {
        var endpoint = URI.create("http://127.0.0.1:" + freePort());
        var settings = Map.of(
                "MINIO_NOTIFY_WEBHOOK_ENABLE_HOOK", "on", "MINIO_NOTIFY_WEBHOOK_ENDPOINT_HOOK", listener.toString());
        return new MinioServer(folder, endpoint, Credentials.random(), settings);
    }

    private static Process begin(Path folder, URI endpoint, Credentials root, Map<String, String> settings) {
        var address = endpoint.getAuthority();
        var builder = new ProcessBuilder(
                        System.getenv(EXECUTABLE),
                        "server",
                        "--quiet",
                        "--address",
                        address,
                        driveIn(folder).toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("minio.log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "MINIO_ROOT_USER",
                        root.accessKeyId(),
                        "MINIO_ROOT_PASSWORD",
                        root.secretKey().reveal(),
                        "MINIO_SCANNER_SPEED",
                        "fastest",
                        "MINIO_BROWSER",
                        "off",
                        "MINIO_API_DELETE_CLEANUP_INTERVAL",
                        "5s"));
        builder.environment().putAll(settings);
        try {
            return builder.start();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private static Path driveIn(Path folder) {
        return folder.resolve("data");
    }

    /** Where the objects are. */
    public MinioDrive drive() {
        return new MinioDrive(driveIn(folder));
    }

    /** SIGKILL, at once. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /** On the same folder and port; waits until it is ready. */
    public void startAgain() {
        process = begin(folder, endpoint, root, settings);
        awaitReady();
    }

    private void awaitReady() {
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(this::isReady);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Drives, metadata and identities are there; the data path follows, see {@link #admin()}. */
    private boolean isReady() throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(endpoint.resolve("/minio/health/cluster"))
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200
                    && admin().health().ok();
        }
    }

    /** Makes it the engine of a Spring context. */
    public void describe(DynamicPropertyRegistry properties) {
        describe(properties, endpoint);
    }

    /** As {@link #describe(DynamicPropertyRegistry)}, seen through something in between. */
    public void describe(DynamicPropertyRegistry properties, URI endpoint) {
        properties.add("bramble.engine.external.name", () -> "minio");
        properties.add("bramble.engine.external.endpoint", endpoint::toString);
        properties.add("bramble.engine.external.root-user", root::accessKeyId);
        properties.add(
                "bramble.engine.external.root-secret", () -> root.secretKey().reveal());
    }

    public URI endpoint() {
        return endpoint;
    }

    public Credentials root() {
        return root;
    }

    public StoreAdmin admin() {
        return StoreAdmins.minio(
                new AdminAddress(endpoint, EngineUnderTest.REGION, List.of()), root, Clock.systemUTC());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
