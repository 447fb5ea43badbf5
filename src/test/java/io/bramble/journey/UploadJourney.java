package io.bramble.journey;

import static java.util.Collections.frequency;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bramble.local.LocalPlatform;
import io.bramble.local.LocalPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Somebody uploads, each time into a new bucket; between their browser and the store is a gate. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class UploadJourney {
    /** Parts of one file that are on their way at a time. */
    private static final int LANES = 6;

    static final long MIB = 1 << 20;
    static final Duration PATIENCE = Duration.ofMinutes(2);

    final LocalPlatform platform;
    final JdbcClient database;
    StoreGate gate;
    Uploading uploading;
    GivenFolder given;

    UploadJourney(LocalPlatform platform) {
        this.platform = platform;
        var postgres = platform.postgres();
        database = JdbcClient.create(new DriverManagerDataSource(
                postgres.url("bramble"), LocalPostgres.OWNER, postgres.password(LocalPostgres.OWNER)));
    }

    @BeforeAll
    void arrive() throws IOException {
        gate = StoreGate.before(platform.s3Endpoint());
        var profile = Files.createTempDirectory(platform.folder().toAbsolutePath(), "profile-");
        uploading = new Uploading(platform, profile, List.of(gate.asBrowserArgument()));
        database.sql("update account set bucket_limit = 100, key_limit = 100").update(); // for a bucket a test
    }

    @BeforeEach
    void begin(@TempDir Path folder) {
        given = new GivenFolder(folder);
        uploading.openNewBucket();
        uploading.visitor().complaints().clear();
        gate.forget();
    }

    @AfterEach
    void leave() {
        gate.slow(Long.MAX_VALUE);
        gate.withhold(request -> false);
        uploading.leave();
    }

    @AfterAll
    void goHome() throws IOException {
        uploading.close();
        gate.close();
    }

    Map<String, Manifest.Content> stored() throws Exception {
        return Manifest.of(uploading.key("read-only"));
    }

    /** Parts that the store has said it has, as soon as there are so many. */
    List<String> awaitTaken(int least) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(gate.takenParts())
                .as(() -> uploading.files().tray().textContent())
                .hasSizeGreaterThanOrEqualTo(least));
        return gate.takenParts();
    }

    /** @param taken parts that the store had when something broke */
    void assertNothingSentTwice(List<String> taken, int parts) {
        var all = gate.parts();
        assertThat(taken).as("what the store had is sent once").allMatch(part -> frequency(all, part) == 1);
        assertThat(new HashSet<>(all)).hasSize(parts);
        assertThat(all.size() - parts).as("again at most what was on its way").isLessThanOrEqualTo(LANES);
    }
}
