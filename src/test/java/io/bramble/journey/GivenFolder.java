package io.bramble.journey;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** A folder of a person's disk with what they are about to upload. */
record GivenFolder(Path path) {
    private static final int MIB = 1 << 20;

    /** Costs little disk, and yet no two of its parts are alike. */
    Path large(String name, long mib) {
        var file = place(name);
        try (var content = new RandomAccessFile(file.toFile(), "rw")) {
            content.setLength(mib * MIB);
            for (var at = 0L; at < mib * MIB; at += 4L * MIB) {
                content.seek(at);
                content.writeLong(at);
            }
            return file;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Of a content that no other name has. */
    Path small(String name, int bytes) {
        var content = new byte[bytes];
        new Random(name.hashCode()).nextBytes(content);
        try {
            return Files.write(place(name), content);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    void emptyFolder(String name) {
        place(name + "/nothing");
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    private Path place(String name) {
        try {
            Files.createDirectories(path.resolve(name).getParent());
            return path.resolve(name);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
