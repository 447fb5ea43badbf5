package io.bramble.storage.s3proxy.awssdk;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Counts what is read, and asks before each read whether it may go on: a revoked key stops in mid-transfer. */
final class MeteredInput extends FilterInputStream {
    private final LongConsumer count;
    private final Runnable check;

    MeteredInput(InputStream in, LongConsumer count, Runnable check) {
        super(in);
        this.count = count;
        this.check = check;
    }

    @Override
    public int read() throws IOException {
        check.run();
        var b = super.read();
        if (b >= 0) {
            count.accept(1);
        }
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        check.run();
        var n = super.read(buffer, offset, length);
        if (n > 0) {
            count.accept(n);
        }
        return n;
    }

    /** By reading, so that it counts. */
    @Override
    public long skip(long n) throws IOException {
        return readNBytes((int) Math.min(n, 8192)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
