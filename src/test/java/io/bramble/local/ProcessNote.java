package io.bramble.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A file that says which process runs: its number and its start, because numbers are used again. */
record ProcessNote(Path file) {

    /** Systems tell the start of a process in rough steps. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    void write(ProcessHandle process) throws IOException {
        var start = process.info().startInstant().orElse(Instant.now());
        Files.writeString(file, process.pid() + " " + start.toEpochMilli() + "\n");
    }

    void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** The noted process, if it is still that one. */
    Optional<ProcessHandle> running() {
        try {
            if (!Files.exists(file)) return Optional.empty();
            var words = Files.readString(file).strip().split(" ", -1);
            if (words.length != 2) return Optional.empty(); // written by halves
            var start = Instant.ofEpochMilli(Long.parseLong(words[1]));
            return ProcessHandle.of(Long.parseLong(words[0])).filter(process -> startedAt(process, start, TOLERANCE));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static boolean startedAt(ProcessHandle process, Instant time, Duration tolerance) {
        return process.info()
                .startInstant()
                .filter(start -> Duration.between(start, time).abs().compareTo(tolerance) < 0)
                .isPresent();
    }
}
