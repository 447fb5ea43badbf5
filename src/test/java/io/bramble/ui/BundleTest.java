package io.bramble.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A stale bundle would make every build fetch Node; better it fails here and says what to do. */
class BundleTest {
    private static final Path FRONTEND = Path.of("frontend");

    @Test
    void the_committed_bundle_is_made_of_these_sources() throws IOException {
        assertThat(bundled())
                .as("Run bin/bundle and commit src/main/bundles/prod.bundle")
                .containsAllEntriesOf(sources()); // and of what Vaadin brings
    }

    private static Map<String, String> sources() throws IOException {
        try (var files = Files.walk(FRONTEND)) {
            return files.filter(file -> file.toString().endsWith(".ts"))
                    .filter(file -> !file.toString().endsWith("-worker.ts")) // two lines that Vaadin does not list
                    .filter(file -> !file.startsWith(FRONTEND.resolve("generated")))
                    .collect(Collectors.toMap(
                            file -> FRONTEND.relativize(file).toString(), BundleTest::hash, (a, _) -> a, TreeMap::new));
        }
    }

    private static Map<String, String> bundled() throws IOException {
        try (var bundle = new ZipFile("src/main/bundles/prod.bundle");
                var stats = bundle.getInputStream(bundle.getEntry("config/stats.json"))) {
            return JsonMapper.shared().readTree(stats).get("frontendHashes").properties().stream()
                    .filter(file -> file.getKey().endsWith(".ts"))
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, file -> file.getValue().asString(), (a, _) -> a, TreeMap::new));
        }
    }

    /** As Vaadin's build does it. */
    private static String hash(Path file) {
        try {
            var text = Files.readString(file).replace("\r\n", "\n");
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
