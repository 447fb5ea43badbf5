package io.bramble.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who listens on a port, as far as Linux tells it in {@code /proc}; elsewhere nobody knows. */
final class PortHolder {

    private static final String LISTENING = "0A";

    private PortHolder() {}

    /** For example {@code nginx (process 4711)}. */
    static Optional<String> of(int port) {
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(table -> lines(Path.of(table)).stream())
                .map(row -> row.strip().split("\\s+"))
                .filter(row -> row.length > 9 && row[3].equals(LISTENING) && row[1].endsWith(":%04X".formatted(port)))
                .flatMap(row -> processes("socket:[" + row[9] + "]"))
                .findFirst()
                .map(pid -> "%s (process %s)".formatted(String.join("", lines(Path.of("/proc", pid, "comm"))), pid));
    }

    private static Stream<String> processes(String socket) {
        return children(Path.of("/proc"))
                .map(process -> process.getFileName().toString())
                .filter(name -> name.chars().allMatch(Character::isDigit))
                .filter(pid -> children(Path.of("/proc", pid, "fd")).anyMatch(file -> isLinkTo(file, socket)));
    }

    private static boolean isLinkTo(Path file, String target) {
        try {
            return Files.readSymbolicLink(file).toString().equals(target);
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }

    /** Other people's processes keep theirs to themselves. */
    private static Stream<Path> children(Path folder) {
        try (var entries = Files.list(folder)) {
            return entries.toList().stream();
        } catch (IOException forbidden) {
            return Stream.empty();
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException absent) {
            return List.of();
        }
    }
}
