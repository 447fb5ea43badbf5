package io.bramble.storage.embedded;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What one bucket holds right now, exactly, and what is on its way in. */
final class BucketUsage {
    private long objects;
    private long bytes;
    private long partBytes;
    private long reservedBytes;

    record Holding(long objects, long bytes) {}

    /** Room for a write under way; given back when it has become an object or failed. */
    final class Reservation implements AutoCloseable {
        private final long size;

        private Reservation(long size) {
            this.size = size;
        }

        @Override
        public void close() {
            synchronized (BucketUsage.this) {
                reservedBytes -= size;
            }
        }
    }

    /**
     * Takes room before the first byte is read. Parts of unfinished uploads count: they fill the same disk.
     *
     * @throws S3Fault QuotaExceeded
     */
    synchronized Reservation reserve(long size, OptionalLong quota) {
        if (quota.isPresent() && bytes + partBytes + reservedBytes + size > quota.getAsLong()) {
            throw S3Fault.quotaExceeded(quota.getAsLong());
        }
        reservedBytes += size;
        return new Reservation(size);
    }

    synchronized void replaced(@Nullable ObjectMeta before, @Nullable ObjectMeta now) {
        bytes += (now == null ? 0 : now.sizeBytes()) - (before == null ? 0 : before.sizeBytes());
        objects += (now == null ? 0 : 1) - (before == null ? 0 : 1);
    }

    synchronized void partsChanged(long byBytes) {
        partBytes += byBytes;
    }

    synchronized Holding holding() {
        return new Holding(objects, bytes);
    }
}
