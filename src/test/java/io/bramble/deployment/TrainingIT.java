package io.bramble.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What bin/image does to make the AOT cache, with the packaged jar: it must not need anything around it. */
class TrainingIT {

    @Test
    void the_packaged_application_builds_itself_with_nothing_around_it_and_ends() throws IOException {
        var keyset = Path.of("target/training-keyset.json");
        Files.writeString(keyset, Command.run("bin/new-keyset").succeeded().output());
        var ended = Command.run(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Dspring.context.exit=onRefresh",
                "-Dspring.config.additional-location=src/training/",
                "-Dbramble.secrets.keyset=" + keyset,
                "-jar",
                "target/bramble.jar");
        ended.succeeded();
        assertThat(ended.output()).contains("Starting Application").doesNotContain("Application run failed");
    }
}
