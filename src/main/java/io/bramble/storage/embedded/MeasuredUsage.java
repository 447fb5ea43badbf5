package io.bramble.storage.embedded;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/** Counts a bucket once after the start, then keeps the count; nothing changes while it counts. */
final class MeasuredUsage {
    private final Path objects;
    private final Path uploads;
    private final BucketUsage usage = new BucketUsage();
    private final ReadWriteLock gate = new ReentrantReadWriteLock();
    private volatile boolean measured;

    MeasuredUsage(Path objects, Path uploads) {
        this.objects = objects;
        this.uploads = uploads;
    }

    /** Null until it has been counted. */
    BucketUsage.@Nullable Holding holding() {
        return measured ? usage.holding() : null;
    }

    /** Entered for the moment in which an object or part appears or goes. */
    BucketFolder.Unlock mutation() throws IOException {
        measure();
        gate.readLock().lock();
        return gate.readLock()::unlock;
    }

    /** Held while the bucket must not change at all. */
    BucketFolder.Unlock standstill() {
        gate.writeLock().lock();
        return gate.writeLock()::unlock;
    }

    BucketUsage.Reservation reserve(long size, OptionalLong quota) throws IOException {
        measure();
        return usage.reserve(size, quota);
    }

    void replaced(@Nullable ObjectMeta before, @Nullable ObjectMeta now) {
        usage.replaced(before, now);
    }

    void partsChanged(long byBytes) {
        usage.partsChanged(byBytes);
    }

    void measure() throws IOException {
        if (measured) {
            return;
        }
        gate.writeLock().lock();
        try {
            if (!measured) {
                each(objects, object -> usage.replaced(null, object));
                each(uploads, part -> usage.partsChanged(part.sizeBytes()));
                measured = true;
            }
        } finally {
            gate.writeLock().unlock();
        }
    }

    private static void each(Path folder, java.util.function.Consumer<ObjectMeta> counting) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Optional.ofNullable(ObjectFile.meta(file)).ifPresent(counting);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
                if (problem instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw problem;
            }
        });
    }
}
