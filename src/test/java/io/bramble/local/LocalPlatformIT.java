package io.bramble.local;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code bin/run} promises about being stopped, killed, and started again. */
class LocalPlatformIT {

    @TempDir
    private Path folder;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void endWhatIsLeft() {
        started.forEach(process -> Ending.of(process.toHandle()).kill());
    }

    @Test
    void a_killed_platform_comes_back_with_its_data_and_ends_what_was_left_running() throws Exception {
        var killed = run(Ports.allFree());
        awaitWelcome(killed);
        var leftOvers = processes();
        assertThat(leftOvers).hasSize(3);
        killed.destroyForcibly().waitFor(1, MINUTES);

        try (var again = LocalPlatform.start(folder)) {
            assertThat(leftOvers).noneMatch(ProcessHandle::isAlive);
            assertThat(processes()).hasSize(3);
            again.people().grant(Demo.USER, "support"); // refused if the demo's people were lost

            again.killBramble();
            again.startBramble();
        }
        assertThat(processes()).isEmpty();
    }

    @Test
    void a_port_in_use_is_one_line_that_names_it_and_what_moves_it() throws Exception {
        var ports = Ports.allFree();
        try (var _ = new ServerSocket(ports.s3())) {
            var refused = run(ports);

            assertThat(refused.waitFor(1, MINUTES)).isTrue();
            assertThat(refused.exitValue()).isEqualTo(1);
            assertThat(output()).hasLineCount(1).contains("Port " + ports.s3(), "BRAMBLE_S3_PORT=");
        }
    }

    /** As {@code bin/run --demo} does it. */
    private Process run(Ports ports) throws IOException {
        var builder = new ProcessBuilder(
                        Java.PROGRAM,
                        "-Dbramble.log=OFF",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LocalPlatform.class.getName(),
                        "--demo")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        builder.environment().put("BRAMBLE_HOME", folder.toString());
        builder.environment()
                .put("BRAMBLE_PROGRAMS", Path.of("target").toAbsolutePath().toString());
        builder.environment().put("BRAMBLE_PORT", Integer.toString(ports.console()));
        builder.environment().put("BRAMBLE_S3_PORT", Integer.toString(ports.s3()));
        builder.environment().put("BRAMBLE_KEYCLOAK_PORT", Integer.toString(ports.keycloak()));
        builder.environment().put("BRAMBLE_MAILBOX_PORT", Integer.toString(ports.mailbox()));
        var process = builder.start();
        started.add(process);
        return process;
    }

    private void awaitWelcome(Process process) {
        await().atMost(Duration.ofMinutes(5)).until(() -> {
            assertThat(process.isAlive()).as(output()).isTrue();
            return output().contains("Ctrl-C stops everything");
        });
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("output"));
    }

    /** Those of this folder that run: PostgreSQL, Keycloak, Bramble. */
    private List<ProcessHandle> processes() throws IOException {
        return Stream.of(
                        Postmaster.running(folder.resolve("postgres")),
                        new ProcessNote(folder.resolve("run/keycloak.pid")).running(),
                        new ProcessNote(folder.resolve("run/bramble.pid")).running())
                .flatMap(Optional::stream)
                .toList();
    }
}
