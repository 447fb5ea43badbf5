package io.bramble.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An embedded engine in a process of its own, to be killed. */
final class EngineProcess {
    static final String BUCKET = "faults";

    private final Process process;
    private final URI endpoint;

    private EngineProcess(Process process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    static EngineProcess start(Path directory, Credentials key) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        EngineProcess.class.getName(),
                        directory.toString(),
                        key.accessKeyId(),
                        key.secretKey().reveal())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new EngineProcess(process, URI.create(endpointLine(process.inputReader(UTF_8))));
    }

    private static String endpointLine(BufferedReader output) throws IOException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("http://")) {
                return line;
            }
        }
        throw new IOException("The engine did not start");
    }

    URI endpoint() {
        return endpoint;
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }

    /** Arguments: folder, access key id, secret. */
    public static void main(String[] arguments) {
        var settings =
                new EmbeddedEngine.Settings(Path.of(arguments[0]), "127.0.0.1", 0, EngineUnderTest.REGION, List.of());
        var engine = EmbeddedEngine.start(settings, new PlainCipher(), Clock.systemUTC());
        var key = new Credentials(arguments[1], SecretKey.of(arguments[2]));
        engine.admin().ensureBucket(BUCKET, EngineUnderTest.OWNER);
        engine.admin().ensureKey(new ScopedKey(key, BUCKET, Permission.READ_WRITE, "", null));
        System.out.println(engine.endpoint());
    }
}
