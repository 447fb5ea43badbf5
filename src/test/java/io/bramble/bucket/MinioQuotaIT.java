package io.bramble.bucket;

import io.bramble.MinioModuleTest;
import io.bramble.storage.MinioServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@MinioModuleTest
class MinioQuotaIT extends QuotaContract {
    @TempDir
    private static Path folder;

    private static MinioServer minio;

    @DynamicPropertySource
    static void startMinio(DynamicPropertyRegistry properties) throws Exception {
        minio = MinioServer.start(folder);
        minio.describe(properties);
    }

    @AfterAll
    static void stopMinio() {
        minio.close();
    }

    /** MinIO compares with what its scanner has counted last. */
    @Override
    long overshootBytes() {
        return 2_000L * MIB;
    }
}
