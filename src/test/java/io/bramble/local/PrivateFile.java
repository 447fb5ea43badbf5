package io.bramble.local;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A file that only its owner reads; written whole or not at all. */
final class PrivateFile {

    private PrivateFile() {}

    static void write(Path file, String content) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        if (folder == null) throw new IOException(file + " has no folder");
        Files.createDirectories(folder);
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var draft = Files.createTempFile(folder, "draft", null, owner);
        Files.writeString(draft, content);
        Files.move(draft, file, ATOMIC_MOVE, REPLACE_EXISTING);
    }
}
