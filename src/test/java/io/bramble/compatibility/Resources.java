package io.bramble.compatibility;

import java.nio.file.Path;

/** Programs beside the tests: they are run where they lie. */
final class Resources {
    private Resources() {}

    static Path file(String name) {
        return Path.of("src/test/resources/compatibility", name).toAbsolutePath();
    }
}
