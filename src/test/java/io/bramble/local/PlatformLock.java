package io.bramble.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;

/** One platform works on a folder at a time; the lock's content is its process id. The system lets go of the lock with the process, however that ends. */
final class PlatformLock implements AutoCloseable {

    private final FileChannel channel;

    private PlatformLock(FileChannel channel) {
        this.channel = channel;
    }

    static PlatformLock take(Home home) {
        try {
            var channel = FileChannel.open(home.run().resolve("platform.lock"), CREATE, READ, WRITE);
            if (isTaken(channel)) {
                channel.close();
                throw new Problem(
                        "Bramble is running already on %s. Stop that one first, or set BRAMBLE_HOME to another folder."
                                .formatted(home.folder()));
            }
            channel.truncate(0)
                    .write(UTF_8.encode(Long.toString(ProcessHandle.current().pid())));
            return new PlatformLock(channel);
        } catch (IOException refused) {
            throw new UncheckedIOException("Cannot lock " + home.folder(), refused);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException byThisJvm) {
            return true;
        }
    }
}
