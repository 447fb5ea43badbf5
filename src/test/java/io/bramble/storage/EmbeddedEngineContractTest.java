package io.bramble.storage;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The contract of object stores, kept by the embedded engine. */
class EmbeddedEngineContractTest {
    @TempDir
    private static Path directory;

    private static EmbeddedEngine running;

    @BeforeAll
    static void start() {
        var settings = new EmbeddedEngine.Settings(
                directory, "127.0.0.1", 0, EngineUnderTest.REGION, List.of("http://localhost:8080"));
        running = EmbeddedEngine.start(settings, new PlainCipher(), Clock.systemUTC());
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    static EngineUnderTest underTest() {
        return new EngineUnderTest(running.admin(), running.endpoint());
    }

    @Nested
    class Objects extends ObjectsContract {
        @Override
        EngineUnderTest engine() {
            return underTest();
        }
    }

    @Nested
    class Copies extends CopiesContract {
        @Override
        EngineUnderTest engine() {
            return underTest();
        }
    }

    @Nested
    class Access extends AccessContract {
        @Override
        EngineUnderTest engine() {
            return underTest();
        }
    }

    @Nested
    class Presigned extends PresignContract {
        @Override
        EngineUnderTest engine() {
            return underTest();
        }
    }

    @Nested
    class Multipart extends MultipartContract {
        @Override
        EngineUnderTest engine() {
            return underTest();
        }
    }

    @Nested
    class Settings extends SettingsContract {
        @Override
        EngineUnderTest engine() {
            return underTest();
        }
    }

    @Nested
    class Meters extends MetersContract {
        @Override
        EngineUnderTest engine() {
            return underTest();
        }
    }
}
