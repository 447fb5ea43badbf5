package io.bramble.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.bramble.ModuleTest;
import io.bramble.secrets.Vault;
import io.bramble.storage.Credentials;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
class EnginePassTest {
    @TempDir
    private Path right;

    @TempDir
    private Path wrong;

    @Autowired
    EngineRows rows;

    @Autowired
    Vault vault;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    private final List<EmbeddedDriver> drivers = new ArrayList<>();
    private UUID engine;

    /** Of a kind that the application's own pass leaves alone, and where it puts no buckets. */
    @BeforeEach
    void anEngine() {
        engine = Objects.requireNonNull(transactions.execute(_ -> {
            var cluster = rows.ensureCluster("test", "KUBERNETES", clock.instant());
            var id = rows.insertShared(cluster, Credentials.random(), null, clock.instant());
            jdbc.sql("update engine set placement = 'NAMESPACE' where id = ?")
                    .param(id)
                    .update();
            return id;
        }));
    }

    @AfterEach
    void stop() {
        drivers.forEach(EmbeddedDriver::closeAll);
        jdbc.sql("delete from engine where id = ?").param(engine).update();
    }

    @Test
    void an_engine_keeps_the_identity_it_was_first_seen_with() {
        var driver = pass(right, 0);
        var identity = row().identity();
        assertThat(identity).isEqualTo(driver.admin(engine).orElseThrow().identity());
        driver.closeAll();
        pass(right, 0);
        assertThat(row().identity()).isEqualTo(identity);
        assertThat(problem()).isNull();
    }

    @Test
    void another_store_in_its_place_is_not_touched_and_the_right_one_not_before_somebody_has_looked() {
        pass(right, 0).closeAll();
        var identity = row().identity();

        var driver = pass(wrong, 0);
        assertThat(driver.admin(engine)).isEmpty();
        assertThat(driver.internalEndpoint(engine)).isEmpty();
        assertThat(row().unsafe()).isTrue();
        assertThat(row().identity()).isEqualTo(identity);
        assertThat(problem()).contains("Another store");

        assertThat(pass(right, 0).admin(engine)).isEmpty();
    }

    @Test
    void a_folder_that_another_process_uses_is_said_and_tried_again() {
        var user = pass(right, 0);
        var driver = pass(right, 0);
        assertThat(driver.admin(engine)).isEmpty();
        assertThat(problem()).contains("Another process uses the engine");

        user.closeAll();
        pass(driver);
        assertThat(driver.admin(engine)).isPresent();
        assertThat(problem()).isNull();
    }

    @Test
    void a_port_that_another_program_uses_is_said_and_tried_again() throws Exception {
        EmbeddedDriver driver;
        try (var holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            driver = pass(right, holder.getLocalPort());
            assertThat(problem()).contains("Port " + holder.getLocalPort());
        }
        pass(driver);
        assertThat(problem()).isNull();
    }

    private EmbeddedDriver pass(Path folder, int port) {
        var settings = new EmbeddedSettings(true, folder, "127.0.0.1", port);
        var storage = new StorageSettings("http://localhost", "us-east-1");
        var driver = new EmbeddedDriver(settings, storage, vault, clock, "http://localhost");
        drivers.add(driver);
        pass(driver);
        return driver;
    }

    private void pass(EmbeddedDriver driver) {
        new EnginePass(rows, new Drivers(List.of()), clock).one(row(), driver);
    }

    private EngineRow row() {
        return rows.find(engine).orElseThrow();
    }

    private @Nullable String problem() {
        var ready = Objects.requireNonNull(row().conditions().get(EngineRow.READY));
        return ready.status() ? null : ready.message();
    }
}
