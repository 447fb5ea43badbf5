package io.bramble.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bramble.storage.StoreException.StoreUnavailable;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** What an engine can do is found out by trying; what is found stays for as long as the process lives. */
@EnabledIfEnvironmentVariable(named = MinioServer.EXECUTABLE, matches = ".+")
class MinioProbeIT {
    @TempDir
    private Path folder;

    @Test
    void an_engine_that_is_busy_for_a_moment_loses_no_capability() throws Exception {
        try (var server = MinioServer.start(folder);
                var door = FaultyDoor.before(server.endpoint())) {
            var address = new AdminAddress(door.endpoint(), EngineUnderTest.REGION, List.of());
            var admin = StoreAdmins.minio(address, server.root(), Clock.systemUTC());
            door.busyFor("/checked");
            assertThatThrownBy(admin::capabilities).isInstanceOf(StoreUnavailable.class);
            door.well();
            assertThat(admin.capabilities().has(Capability.CHECKSUMS)).isTrue();
        }
    }
}
