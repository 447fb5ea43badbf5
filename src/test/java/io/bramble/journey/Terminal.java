package io.bramble.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Assertions;

/** A folder with a shell in it: lines are run as if pasted, by programs with settings of this folder only. */
public record Terminal(Path folder) {

    public record Outcome(int status, String output) {
        public Outcome succeeded() {
            assertThat(status).as(output).isZero();
            return this;
        }

        /** @param why what the person is told, in one of these ways: mc translates some answers and not others */
        public void refused(String... why) {
            assertThat(status).as(output).isNotZero();
            assertThat(why).as(output).anySatisfy(words -> assertThat(output).containsIgnoringCase(words));
        }
    }

    public static Terminal open() {
        try {
            var terminal =
                    new Terminal(Files.createTempDirectory(Files.createDirectories(Path.of("target")), "terminal-")
                            .toAbsolutePath());
            terminal.findMc();
            return terminal;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A machine without the program skips what needs it; the build machine must have it. */
    public void needs(String program) {
        var found = run("command -v " + program).status() == 0;
        if ("true".equals(System.getenv("CI"))) Assertions.assertTrue(found, "install " + program);
        assumeTrue(found, "install " + program);
    }

    /** Stops at the first line that fails. */
    public Outcome run(String lines) {
        try {
            // Files: a pipe that nobody reads would stop the program, an argument may lose letters that are not ASCII.
            var output = Files.createTempFile("terminal", ".txt");
            var script = Files.writeString(Files.createTempFile("terminal", ".sh"), lines);
            var builder = new ProcessBuilder("bash", "-euo", "pipefail", script.toString())
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
            builder.environment().putAll(settings());
            return outcome(builder.start(), script, output);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public Path write(String name, byte[] content) {
        try {
            var file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.write(file, content);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public byte[] read(String name) {
        try {
            return Files.readAllBytes(folder.resolve(name));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Outcome outcome(Process process, Path script, Path output) throws IOException {
        try {
            if (!process.waitFor(3, MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("Not done after 3 minutes: " + Files.readString(output, UTF_8));
            }
            return new Outcome(process.exitValue(), Files.readString(output, UTF_8));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } finally {
            Files.delete(script);
            Files.delete(output);
        }
    }

    private Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        settings.put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        settings.put("AWS_CONFIG_FILE", folder.resolve("aws-config").toString());
        settings.put(
                "AWS_SHARED_CREDENTIALS_FILE", folder.resolve("aws-credentials").toString());
        settings.put("AWS_EC2_METADATA_DISABLED", "true");
        settings.put("AWS_PAGER", "");
        settings.put("RCLONE_CONFIG", folder.resolve("rclone.conf").toString());
        settings.put("MC_CONFIG_DIR", folder.resolve("mc").toString());
        return settings;
    }

    /** Debian's package mc is another program. */
    private void findMc() throws IOException {
        var mc = System.getenv("TESTBED_MC");
        var bin = Files.createDirectories(folder.resolve("bin"));
        if (mc != null) Files.createSymbolicLink(bin.resolve("mc"), Path.of(mc));
    }
}
