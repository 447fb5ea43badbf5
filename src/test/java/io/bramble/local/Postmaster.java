package io.bramble.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The main process of a PostgreSQL whose starter was killed: it lives on, or only its pid file does. */
final class Postmaster {

    private Postmaster() {}

    /**
     * Ends a server that still works on this folder, and removes the pid file of one that does not: by then its number may
     * belong to any process, and PostgreSQL would refuse to start.
     */
    static void endLeftOver(Path directory) throws IOException {
        running(directory).ifPresent(server -> Ending.of(server).interrupt(Duration.ofSeconds(20)));
        Files.deleteIfExists(file(directory));
    }

    /** The file's first line is the process id, its third the start in seconds since 1970. */
    static Optional<ProcessHandle> running(Path directory) throws IOException {
        if (!Files.exists(file(directory))) return Optional.empty();
        var lines = Files.readAllLines(file(directory));
        if (lines.size() < 3) return Optional.empty();
        var pid = Long.parseLong(lines.get(0).strip());
        var started = Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
        return ProcessHandle.of(pid).filter(process -> ProcessNote.startedAt(process, started, Duration.ofSeconds(5)));
    }

    private static Path file(Path directory) {
        return directory.resolve("postmaster.pid");
    }
}
