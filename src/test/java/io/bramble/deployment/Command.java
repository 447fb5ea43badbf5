package io.bramble.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A program run in the project's folder, as a person would. */
record Command(int status, String output, String errors) {

    static Command run(String... words) {
        return run(Map.of(), words);
    }

    static Command run(Map<String, String> environment, String... words) {
        try {
            // Files, not pipes: a full pipe that nobody reads would stop the program.
            var output = Files.createTempFile("output", ".txt");
            var errors = Files.createTempFile("errors", ".txt");
            var builder = new ProcessBuilder(List.of(words))
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile());
            builder.environment().putAll(environment);
            return result(builder.start(), output, errors, String.join(" ", words));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Command result(Process process, Path output, Path errors, String words) throws IOException {
        try {
            if (!process.waitFor(5, MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("Not done after 5 minutes: " + words);
            }
            return new Command(process.exitValue(), Files.readString(output, UTF_8), Files.readString(errors, UTF_8));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted: " + words, stopped);
        } finally {
            Files.delete(output);
            Files.delete(errors);
        }
    }

    Command succeeded() {
        assertThat(status).as(() -> output + errors).isZero();
        return this;
    }
}
