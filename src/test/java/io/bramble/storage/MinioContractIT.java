package io.bramble.storage;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** The contract of object stores, kept by a real MinIO server. */
@EnabledIfEnvironmentVariable(named = MinioServer.EXECUTABLE, matches = ".+")
class MinioContractIT {
    @TempDir
    private static Path folder;

    private static MinioServer server;
    private static EngineUnderTest engine;

    @BeforeAll
    static void start() throws IOException {
        server = MinioServer.start(folder);
        engine = new EngineUnderTest(server.admin(), server.endpoint());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Nested
    class Objects extends ObjectsContract {
        @Override
        EngineUnderTest engine() {
            return engine;
        }
    }

    @Nested
    class Copies extends CopiesContract {
        @Override
        EngineUnderTest engine() {
            return engine;
        }
    }

    @Nested
    class Access extends AccessContract {
        @Override
        EngineUnderTest engine() {
            return engine;
        }
    }

    @Nested
    class Presigned extends PresignContract {
        @Override
        EngineUnderTest engine() {
            return engine;
        }
    }

    @Nested
    class Multipart extends MultipartContract {
        @Override
        EngineUnderTest engine() {
            return engine;
        }
    }

    @Nested
    class Settings extends SettingsContract {
        @Override
        EngineUnderTest engine() {
            return engine;
        }
    }

    @Nested
    class Meters extends MetersContract {
        @Override
        EngineUnderTest engine() {
            return engine;
        }
    }
}
