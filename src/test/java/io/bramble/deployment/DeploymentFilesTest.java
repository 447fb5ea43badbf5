package io.bramble.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What can be said of the deployment's files without any tool. */
class DeploymentFilesTest {

    @Test
    void the_image_is_made_by_copying_and_never_runs_as_root() throws IOException {
        var plain = Files.readString(Path.of("Dockerfile")).split("(?m)^FROM ", -1)[1];
        assertThat(plain).contains("\nCOPY ", "\nUSER 10001").doesNotContain("\nRUN", "\nADD");
    }

    @Test
    void vendored_schemas_are_those_that_were_fetched() throws IOException {
        var recorded = Files.readAllLines(Path.of("k8s/vendor/SHA256SUMS")).stream()
                .collect(Collectors.toMap(line -> line.substring(68), line -> line.substring(0, 64)));
        try (var files = Files.list(Path.of("k8s/vendor"))) {
            Map<String, String> found = files.filter(file -> file.toString().endsWith(".yaml"))
                    .collect(Collectors.toMap(file -> file.getFileName().toString(), DeploymentFilesTest::digest));
            assertThat(found).isEqualTo(recorded);
        }
    }

    private static String digest(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException | NoSuchAlgorithmException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
