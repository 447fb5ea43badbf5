package io.bramble.local;

import java.nio.file.Path;

/** The Java that runs us also runs what we start. */
final class Java {

    static final Path HOME = Path.of(System.getProperty("java.home"));
    static final String PROGRAM = HOME.resolve("bin/java").toString();

    private Java() {}
}
