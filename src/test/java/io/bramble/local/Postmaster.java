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
        var file = directory.resolve("postmaster.pid");
        if (!Files.exists(file)) return;
        running(file).ifPresent(server -> Ending.of(server).interrupt(Duration.ofSeconds(20)));
        Files.deleteIfExists(file);
    }

    /** First line: its process id; third: its start in seconds since 1970. */
    private static Optional<ProcessHandle> running(Path file) throws IOException {
        var lines = Files.readAllLines(file);
        if (lines.size() < 3) return Optional.empty();
        var pid = Long.parseLong(lines.get(0).strip());
        var started = Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
        return ProcessHandle.of(pid).filter(process -> startedAbout(process, started));
    }

    private static boolean startedAbout(ProcessHandle process, Instant time) {
        return process.info()
                .startInstant()
                .filter(start -> Duration.between(start, time).abs().toSeconds() < 30)
                .isPresent();
    }
}
