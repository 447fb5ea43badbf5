package io.bramble.local;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Whole folders at once. */
final class Folders {

    private Folders() {}

    /** Also from one file system to another. */
    static void copy(Path source, Path target) throws IOException {
        try (var entries = Files.walk(source)) {
            for (var entry : (Iterable<Path>) entries::iterator) {
                var copy = target.resolve(source.relativize(entry).toString());
                if (Files.isDirectory(entry)) Files.createDirectories(copy);
                else Files.copy(entry, copy, COPY_ATTRIBUTES);
            }
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var entries = Files.walk(folder)) {
            for (var entry : (Iterable<Path>) entries.sorted(Comparator.reverseOrder())::iterator) Files.delete(entry);
        }
    }

    /** Earlier versions of a program take room and are of no use. */
    static void deleteOthers(Path folder, Path keep, String beginning) throws IOException {
        try (var entries = Files.list(folder)) {
            for (var entry : (Iterable<Path>) entries::iterator) {
                if (entry.getFileName().toString().startsWith(beginning) && !entry.equals(keep)) delete(entry);
            }
        }
    }
}
