package io.bramble.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder {@code .bramble}: everything that must survive a restart, and the programs made ready to start quickly. */
record Home(Path folder) {

    Home {
        folder = folder.toAbsolutePath().normalize();
    }

    Path postgres() {
        return folder.resolve("postgres");
    }

    Path engine() {
        return folder.resolve("engine");
    }

    Path minio() {
        return folder.resolve("minio");
    }

    Path mails() {
        return made("mail");
    }

    Path keyset() {
        return folder.resolve("secrets/keyset.json");
    }

    Secrets secrets() {
        return new Secrets(folder.resolve("secrets"));
    }

    /** Which processes run, and since when. */
    Path run() {
        return made("run");
    }

    Path log(String program) {
        return made("log").resolve(program + ".log");
    }

    Path demo() {
        return folder.resolve("demo.json");
    }

    private Path made(String name) {
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException refused) {
            throw new UncheckedIOException("Cannot make " + folder.resolve(name), refused);
        }
    }
}
