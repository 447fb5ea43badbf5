package io.bramble.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Page;
import io.bramble.journey.Key;
import io.bramble.journey.Uploading;
import io.bramble.local.LocalPlatform;
import io.bramble.storage.MinioServer;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** Bramble's packaged jar with Keycloak and a real MinIO server, for what needs a browser that is signed in. */
final class BrowserStage implements AutoCloseable {
    /** From the choice of files to the end of the last, as the page itself sees it. */
    private static final String MEASURE = """
            () => {
                window.measured = undefined;
                const { queue } = document.querySelector('bramble-upload-tray');
                const began = performance.now();
                queue.addEventListener('end', () => {
                    const { done, failed, skipped } = queue.tally.files;
                    window.measured = { seconds: (performance.now() - began) / 1000, done, other: failed + skipped };
                }, { once: true });
            }""";

    private final LocalPlatform platform;

    BrowserStage() throws IOException {
        platform = LocalPlatform.startOn(everywhere(Path.of(System.getenv(MinioServer.EXECUTABLE))));
    }

    /** Listens on all addresses, for those at the far end of a link. */
    private static Path everywhere(Path minio) throws IOException {
        var script =
                Files.createTempFile(Files.createDirectories(Path.of("target")).toAbsolutePath(), "minio-", ".sh");
        Files.writeString(script, """
                #!/bin/bash
                exec %s "${@/127.0.0.1:/:}"
                """.formatted(minio));
        if (!script.toFile().setExecutable(true)) throw new IOException("Cannot make " + script + " executable");
        return script;
    }

    /** Servers run only where the browser leaves a core: elsewhere they are other machines. */
    void letTheBrowserFirst() throws IOException, InterruptedException {
        for (var server : ProcessHandle.current().descendants().toList())
            new ProcessBuilder("chrt", "--all-tasks", "--idle", "--pid", "0", "" + server.pid())
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start()
                    .waitFor();
    }

    LocalPlatform platform() {
        return platform;
    }

    URI store() {
        return platform.s3Endpoint();
    }

    /** Ports on the loopback that a browser needs besides the store's. */
    List<Integer> ports() {
        return List.of(platform.consoleUrl().getPort(), platform.keycloakUrl().getPort());
    }

    /** Somebody new, with a bucket of their own, in a browser at the far end of the link or on this machine. */
    Uploading customer(@Nullable ShapedLink link) throws IOException {
        var profile = Files.createTempDirectory(Path.of("target"), "profile-").toAbsolutePath();
        if (link == null) return new Uploading(platform, profile, List.of());
        var browser = link.wrapped(Path.of("/usr/bin/chromium"));
        return new Uploading(platform, profile, browser, List.of("--host-resolver-rules=MAP localhost " + link.host()));
    }

    /** Seconds until all files have arrived. */
    static double upload(Uploading customer, Path given, int files) {
        var page = customer.page();
        page.evaluate("() => customElements.whenDefined('bramble-upload-tray')");
        page.evaluate(MEASURE);
        if (Files.isDirectory(given)) customer.files().giveFolder(given);
        else customer.files().give(given);
        var patience = new Page.WaitForFunctionOptions().setTimeout(1_800_000).setPollingInterval(200);
        page.waitForFunction("() => window.measured", null, patience);
        if (((Number) page.evaluate("() => window.measured.done")).intValue() != files)
            throw new IllegalStateException("Not all arrived: "
                    + page.evaluate("() => JSON.stringify(window.measured)")
                    + page.textContent(".tray").replaceAll("\\s+", " "));
        return ((Number) page.evaluate("() => window.measured.seconds")).doubleValue();
    }

    /** Seconds that a program takes; it has to end well. */
    static double run(List<String> prefix, String line, Key key) throws IOException, InterruptedException {
        var command = new ArrayList<>(prefix);
        command.addAll(List.of("bash", "-euo", "pipefail", "-c", line));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("KEY_ID", key.accessKeyId());
        builder.environment().put("SECRET", key.secret());
        builder.environment().put("MC_CONFIG_DIR", "target/mc-bench");
        builder.environment().remove("AWS_CA_BUNDLE"); // rclone does not start with it
        var began = System.nanoTime();
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) throw new IOException(line + ": " + said);
        return (System.nanoTime() - began) / 1e9;
    }

    /** What the console keeps in its heap after a full collection, but for gaps that the collector leaves in it. */
    long consoleHeapBytes() throws IOException, InterruptedException {
        var bramble = ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains("bramble")
                        && process.info().commandLine().orElse("").contains("io.bramble.Application"))
                .findFirst()
                .or(() -> ProcessHandle.current()
                        .descendants()
                        .filter(process ->
                                process.info().commandLine().orElse("").contains("bramble.jar"))
                        .findFirst())
                .orElseThrow(() -> new IllegalStateException("Bramble is not running"));
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var process = new ProcessBuilder(jcmd, Long.toString(bramble.pid()), "GC.class_histogram").start();
        return new String(process.getInputStream().readAllBytes(), UTF_8)
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(words ->
                        words.length >= 4 && words[0].endsWith(":") && !words[3].contains("jdk.internal.vm.Filler"))
                .mapToLong(words -> Long.parseLong(words[2]))
                .sum();
    }

    @Override
    public void close() throws IOException {
        platform.close();
        FileSystemUtils.deleteRecursively(platform.minioDrive());
    }
}
