package io.bramble.journey;

import com.microsoft.playwright.Browser;
import io.bramble.local.LocalPlatform;
import io.bramble.storage.AwkwardKeys;
import io.bramble.storage.MinioServer;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** On the real MinIO, which keeps keys as files of a file system. */
@EnabledIfEnvironmentVariable(named = MinioServer.EXECUTABLE, matches = ".+")
class FilesOnMinioIT extends FilesJourney {
    private static LocalPlatform platform;
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        platform = LocalPlatform.startOn(Path.of(System.getenv(MinioServer.EXECUTABLE)));
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        platform.close();
    }

    @Override
    Visitor arrive() {
        var email = "files-" + UUID.randomUUID() + "@example.org";
        platform.people().add(email, "Fay", Stage.PASSWORD);
        var visitor = chromium.visitor(new Browser.NewContextOptions(), platform.consoleUrl());
        visitor.signIn(email, Stage.PASSWORD);
        return visitor;
    }

    @Override
    boolean holds(String key) {
        return !AwkwardKeys.isOdd(key);
    }
}
