package io.bramble.storage.embedded;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Files that are there whole or not at all, also after a power cut. */
final class Durable {
    private Durable() {}

    /** Replaces the file's content; one writer at a time. */
    static void write(Path file, byte[] content) throws IOException {
        var successor = file.resolveSibling(file.getFileName() + ".new");
        try (var channel = FileChannel.open(successor, CREATE, TRUNCATE_EXISTING, WRITE)) {
            ObjectFile.writeAll(channel, ByteBuffer.wrap(content));
            channel.force(true);
        }
        move(successor, file);
    }

    static byte @Nullable [] read(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /** Renames, replacing; the new name survives a power cut. */
    static void move(Path from, Path to) throws IOException {
        Files.move(from, to, ATOMIC_MOVE);
        sync(to.resolveSibling("."));
    }

    static void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
        sync(file.resolveSibling("."));
    }

    /** A folder that somebody has removed meanwhile was empty: nothing in it can be lost. */
    private static void sync(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory, READ)) {
            channel.force(true);
        } catch (NoSuchFileException e) {
            return;
        }
    }

    /** Deletes a folder and all in it; none is fine. */
    static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException problem)
                    throws IOException {
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
