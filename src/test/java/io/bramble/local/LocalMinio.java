package io.bramble.local;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A real MinIO server in place of the engine inside Bramble, known to Bramble as an engine that runs elsewhere. */
final class LocalMinio {

    static final String ROOT_USER = "bramble-root";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Path program;
    private final Home home;
    private final Ports ports;
    private final Children children;
    private volatile @Nullable Child process;

    LocalMinio(Path program, Home home, Ports ports, Children children) {
        this.program = program;
        this.home = home;
        this.ports = ports;
        this.children = children;
    }

    void start() throws IOException {
        var folder = Files.createDirectories(home.minio());
        var command = List.of(
                program.toString(), "server", "--quiet", "--address", "127.0.0.1:" + ports.s3(), folder.toString());
        var minio = children.start("minio", command, environment());
        process = minio;
        minio.awaitAnswer(URI.create(url() + "/minio/health/cluster"), PATIENCE);
    }

    /** SIGKILL, as if the power failed for the store alone. */
    void kill() {
        requireNonNull(process, "MinIO was not started").kill();
    }

    /** What Bramble has to know of it. */
    Map<String, Object> properties() {
        return Map.of(
                "bramble.engine.embedded.enabled",
                false,
                "bramble.engine.external.name",
                "local-minio",
                "bramble.engine.external.endpoint",
                url(),
                "bramble.engine.external.root-user",
                ROOT_USER,
                "bramble.engine.external.root-secret",
                secret());
    }

    private String url() {
        return "http://localhost:" + ports.s3();
    }

    private String secret() {
        return home.secrets().get("minio-root");
    }

    /** Usage is counted as fast as can be: people look at a page, not at a cluster. */
    private Map<String, String> environment() {
        return Map.of(
                "MINIO_ROOT_USER",
                ROOT_USER,
                "MINIO_ROOT_PASSWORD",
                secret(),
                "MINIO_SCANNER_SPEED",
                "fastest",
                "MINIO_API_STALE_UPLOADS_EXPIRY", // as long as Bramble lets an upload rest
                "72h",
                "MINIO_BROWSER",
                "off",
                "MINIO_API_CORS_ALLOW_ORIGIN",
                "http://localhost:" + ports.console(),
                "MINIO_UPDATE",
                "off");
    }
}
