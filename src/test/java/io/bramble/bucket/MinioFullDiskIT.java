package io.bramble.bucket;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.bramble.MinioModuleTest;
import io.bramble.bucket.Customers.Program;
import io.bramble.provisioning.EngineView;
import io.bramble.provisioning.Engines;
import io.bramble.storage.MinioServer;
import io.bramble.storage.SmallDisk;
import io.bramble.storage.StoreException;
import io.bramble.storage.StoreException.StorageFull;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A disk that is full: writing is refused in words, everything else goes on, and writing too once there is room. */
@MinioModuleTest
@Import(Customers.class)
class MinioFullDiskIT {
    private static final int MIB = 1 << 20;
    private static final int MOST = 100;

    @TempDir
    private static Path folder;

    private static SmallDisk disk;
    private static MinioServer minio;

    @DynamicPropertySource
    static void startMinio(DynamicPropertyRegistry properties) throws Exception {
        disk = SmallDisk.mount(folder, 96);
        minio = MinioServer.start(disk.folder());
        minio.describe(properties);
    }

    @AfterAll
    static void stopMinio() throws Exception {
        minio.close();
        disk.unmount();
    }

    @Autowired
    Buckets buckets;

    @Autowired
    Customers customers;

    @Autowired
    Engines engines;

    @Test
    void a_full_disk_refuses_in_words_keeps_what_it_has_and_goes_on_when_there_is_room() {
        var ann = customers.arrive("ann");
        var bucket = customers.ready(ann, "full");
        var program = customers.program(ann, bucket);
        var stored = fill(program);
        assertThat(stored).isBetween(4, MOST - 1);

        assertThatThrownBy(() -> program.put("more", "x".repeat(4 * MIB)))
                .isInstanceOf(StorageFull.class)
                .hasMessageContaining("operator");
        assertThat(program.get("piece-0")).hasSize(MIB);
        assertThat(engine().state()).isIn(EngineView.State.READY, EngineView.State.AWAY);

        for (var piece = 0; piece < stored; piece++) program.store().delete(bucket.name(), "piece-" + piece);
        // MinIO sweeps up what was deleted when it starts, and five minutes later for the first time by itself.
        minio.kill();
        minio.startAgain();
        await().atMost(60, SECONDS).untilAsserted(() -> assertThatCode(() -> program.put("more", "x".repeat(4 * MIB)))
                .doesNotThrowAnyException());
        assertThat(buckets.get(ann, bucket.id()).state()).isEqualTo(BucketState.READY);
    }

    private static int fill(Program program) {
        for (var piece = 0; piece < MOST; piece++) {
            try {
                program.put("piece-" + piece, "x".repeat(MIB));
            } catch (StoreException full) {
                return piece;
            }
        }
        return MOST;
    }

    private EngineView engine() {
        return engines.list(Customers.OPERATOR).stream()
                .filter(engine -> engine.endpoint().equals(minio.endpoint().toString()))
                .findFirst()
                .orElseThrow();
    }
}
