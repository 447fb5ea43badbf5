package io.bramble.storage.embedded;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes whole files out of sight; what a killed process leaves here is thrown away at the next start. */
final class Drafts {
    private static final int BUFFER = 128 * 1024;

    private final Path folder;
    private final Clock clock;

    Drafts(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** A finished file that no key names yet; closing throws it away unless it has been moved to its place. */
    record Draft(Path file, ObjectMeta meta) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            Files.deleteIfExists(file);
        }
    }

    @FunctionalInterface
    private interface Writing {
        ObjectMeta write(FileChannel to) throws IOException;
    }

    Draft receive(Content content) throws IOException {
        return draft(to -> {
            var md5 = md5();
            var received = 0L;
            var buffer = new byte[BUFFER];
            for (var n = content.stream().read(buffer);
                    n >= 0;
                    n = content.stream().read(buffer)) {
                md5.update(buffer, 0, n);
                ObjectFile.writeAll(to, ByteBuffer.wrap(buffer, 0, n));
                received += n;
            }
            if (received != content.declaredBytes()) {
                throw S3Fault.incompleteBody(content.declaredBytes(), received);
            }
            var etag = HexFormat.of().formatHex(md5.digest());
            if (content.md5() != null && !content.md5().equals(etag)) {
                throw S3Fault.badDigest();
            }
            return meta(received, etag, content.attributes());
        });
    }

    /** Puts the content of several files after one another; the kernel copies, on some file systems without copying. */
    Draft join(List<ObjectFile.Open> sources, String etag, Map<String, String> attributes) throws IOException {
        return draft(to -> {
            var size = 0L;
            for (var source : sources) {
                transfer(source, to);
                size += source.meta().sizeBytes();
            }
            return meta(size, etag, attributes);
        });
    }

    private static void transfer(ObjectFile.Open source, FileChannel to) throws IOException {
        var size = source.meta().sizeBytes();
        for (var position = 0L; position < size; ) {
            position += source.channel().transferTo(position, size - position, to);
        }
    }

    private Draft draft(Writing writing) throws IOException {
        var file = folder.resolve(UUID.randomUUID().toString());
        try (var to = FileChannel.open(file, CREATE_NEW, WRITE)) {
            var meta = writing.write(to);
            ObjectFile.finish(to, meta);
            return new Draft(file, meta);
        } catch (IOException e) {
            Files.deleteIfExists(file);
            if (full(e)) {
                throw S3Fault.storageFull();
            }
            throw e;
        } catch (RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** Java knows a full disk by its words only. */
    private static boolean full(IOException e) {
        var message = e.getMessage();
        return message != null && (message.contains("No space left") || message.contains("quota exceeded"));
    }

    private ObjectMeta meta(long size, String etag, Map<String, String> attributes) {
        return new ObjectMeta(size, clock.instant().truncatedTo(ChronoUnit.MILLIS), etag, attributes);
    }

    static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
