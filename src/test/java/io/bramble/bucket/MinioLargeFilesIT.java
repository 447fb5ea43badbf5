package io.bramble.bucket;

import io.bramble.MinioModuleTest;
import io.bramble.storage.MinioServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@MinioModuleTest
class MinioLargeFilesIT extends LargeFilesContract {
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

    @Override
    boolean comparesTheWhole() {
        return true;
    }
}
