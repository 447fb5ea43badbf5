package io.bramble.compatibility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** What is stored: the same in each run. */
final class Content {
    static final int LARGE_BYTES = 100 << 20;

    private Content() {}

    static byte[] random(int bytes) {
        var content = new byte[bytes];
        new Random(bytes).nextBytes(content);
        return content;
    }

    /** 100 MiB, once for all programs. */
    static synchronized Path largeFile() {
        try {
            var file = Path.of("target/large.bin").toAbsolutePath();
            if (Files.notExists(file) || Files.size(file) != LARGE_BYTES) Files.write(file, random(LARGE_BYTES));
            return file;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }
}
