package io.bramble.storage.embedded;

import static java.nio.file.StandardOpenOption.READ;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/**
 * An object's file: its bytes, then what is known about them, then the length of that and a mark. Bytes and metadata are
 * read through one open file, so that a reader never sees the one of an old object and the other of its successor.
 */
final class ObjectFile {
    private static final long MARK = 0x4252414d424c4531L; // BRAMBLE1
    private static final int TAIL = Integer.BYTES + Long.BYTES;
    private static final int USUAL_BLOCK = 512;

    private ObjectFile() {}

    /** An object open for reading; the caller closes the channel. */
    record Open(FileChannel channel, ObjectMeta meta) {}

    /** Ends a file whose content has been written. */
    static void finish(FileChannel file, ObjectMeta meta) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var block = new DataOutputStream(bytes)) {
            block.writeLong(meta.sizeBytes());
            block.writeLong(meta.modifiedAt().toEpochMilli());
            block.writeUTF(meta.etag());
            block.writeInt(meta.attributes().size());
            for (var attribute : meta.attributes().entrySet()) {
                block.writeUTF(attribute.getKey());
                block.writeUTF(attribute.getValue());
            }
            block.writeInt(block.size());
            block.writeLong(MARK);
        }
        writeAll(file, ByteBuffer.wrap(bytes.toByteArray()));
        file.force(true);
    }

    static void writeAll(FileChannel file, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }

    /** What is known about the object there; null if there is none. */
    static @Nullable ObjectMeta meta(Path path) throws IOException {
        var open = open(path);
        if (open == null) {
            return null;
        }
        open.channel().close();
        return open.meta();
    }

    static @Nullable Open open(Path path) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(path, READ);
        } catch (NoSuchFileException e) {
            return null;
        }
        try {
            return new Open(channel, read(channel, path));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static ObjectMeta read(FileChannel channel, Path path) throws IOException {
        var size = channel.size();
        var end = last(channel, size, (int) Math.min(size, USUAL_BLOCK + TAIL));
        if (end.limit() < TAIL || end.getLong(end.limit() - Long.BYTES) != MARK) {
            throw new IOException(path + " is not an object of this engine");
        }
        var length = end.getInt(end.limit() - TAIL);
        if (length + TAIL > end.limit()) {
            end = last(channel, size, length + TAIL);
        }
        var bytes = new byte[length];
        end.get(end.limit() - TAIL - length, bytes);
        try (var block = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return parse(block);
        }
    }

    private static ByteBuffer last(FileChannel channel, long size, int length) throws IOException {
        var buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining() && channel.read(buffer, size - length + buffer.position()) >= 0) {}
        return buffer.flip();
    }

    private static ObjectMeta parse(DataInputStream block) throws IOException {
        var size = block.readLong();
        var modifiedAt = Instant.ofEpochMilli(block.readLong());
        var etag = block.readUTF();
        var attributes = new HashMap<String, String>();
        for (var left = block.readInt(); left > 0; left--) {
            attributes.put(block.readUTF(), block.readUTF());
        }
        return new ObjectMeta(size, modifiedAt, etag, attributes);
    }
}
