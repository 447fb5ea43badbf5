package io.bramble.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
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

    @Test
    void the_scripts_of_the_public_pages_are_made_of_these_sources() throws IOException {
        var digest = sha256(all());
        try (var scripts = Files.list(Path.of("src/main/resources/static/site/built"))) {
            assertThat(scripts).isNotEmpty().allSatisfy(script -> assertThat(script)
                    .as("Run bin/bundle and commit src/main/resources/static/site/built")
                    .content()
                    .startsWith("// Made by bin/bundle of " + digest));
        }
    }

    private static Map<String, String> sources() throws IOException {
        return scripts().stream()
                .filter(file -> !file.toString().endsWith("-worker.ts")) // two lines that Vaadin does not list
                .filter(file -> !file.startsWith(FRONTEND.resolve("site")))
                .collect(Collectors.toMap(
                        file -> FRONTEND.relativize(file).toString(), BundleTest::hash, (a, _) -> a, TreeMap::new));
    }

    /** By path, as the script that makes them. */
    private static List<Path> scripts() throws IOException {
        try (var files = Files.walk(FRONTEND)) {
            return files.filter(file -> file.toString().endsWith(".ts"))
                    .filter(file -> !file.startsWith(FRONTEND.resolve("generated")))
                    .sorted(comparing(Path::toString))
                    .toList();
        }
    }

    private static byte[] all() throws IOException {
        var all = new ByteArrayOutputStream();
        for (var script : scripts()) all.write(Files.readAllBytes(script));
        return all.toByteArray();
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
            return sha256(Files.readString(file).replace("\r\n", "\n").getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
