package io.bramble.storage.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import io.bramble.storage.StoreException.BucketOfAnother;
import io.bramble.storage.StoreException.StoreUnavailable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The whole engine on disk: {@code identity}, {@code buckets/}, and a lock that keeps a second process out. */
public final class EngineFolder implements AutoCloseable {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

    private final Path root;
    private final Path trash;
    private final Clock clock;
    private final FileChannel lockFile;
    private final String identity;
    private final Map<String, BucketFolder> buckets = new ConcurrentHashMap<>();

    private EngineFolder(Path root, Clock clock, FileChannel lockFile) throws IOException {
        this.root = root;
        this.trash = root.resolve("trash");
        this.clock = clock;
        this.lockFile = lockFile;
        this.identity = readOrMakeIdentity(root.resolve("identity"));
    }

    /**
     * Opens or makes it.
     *
     * @throws StoreUnavailable if another process uses it
     */
    public static EngineFolder open(Path root, Clock clock) throws IOException {
        Files.createDirectories(root.resolve("buckets"));
        var lockFile = FileChannel.open(root.resolve("lock"), CREATE, WRITE);
        if (lock(lockFile) == null) {
            lockFile.close();
            throw new StoreUnavailable("Another process uses the engine in " + root + "; stop it first.", null);
        }
        try {
            var folder = new EngineFolder(root.toRealPath(), clock, lockFile);
            folder.openBuckets();
            return folder;
        } catch (IOException | RuntimeException e) {
            lockFile.close();
            throw e;
        }
    }

    private static @Nullable FileLock lock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String readOrMakeIdentity(Path file) throws IOException {
        var known = Durable.read(file);
        if (known != null) {
            return new String(known, UTF_8).strip();
        }
        var identity = UUID.randomUUID().toString();
        Durable.write(file, identity.getBytes(UTF_8));
        return identity;
    }

    private void openBuckets() throws IOException {
        Durable.deleteTree(trash);
        Files.createDirectories(trash);
        try (var folders = Files.list(root.resolve("buckets"))) {
            for (var folder : folders.filter(Files::isDirectory).toList()) {
                var name = folder.getFileName().toString();
                buckets.put(name, BucketFolder.open(name, folder, clock));
            }
        }
    }

    public Path root() {
        return root;
    }

    public String identity() {
        return identity;
    }

    public Collection<BucketFolder> buckets() {
        return new TreeMap<>(buckets).values();
    }

    public Optional<BucketFolder> find(String name) {
        return Optional.ofNullable(buckets.get(name));
    }

    /** The bucket of that name, or S3's refusal. */
    public BucketFolder bucket(String name) {
        return find(name).orElseThrow(() -> S3Fault.noSuchBucket(name));
    }

    /** @throws BucketOfAnother if it is there, and not the owner's */
    public void ensureBucket(String name, String owner) throws IOException {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(name + " is no name for a bucket");
        }
        synchronized (buckets) {
            var known = buckets.get(name);
            if (known == null) {
                buckets.put(name, makeBucket(name, owner));
            } else if (!owner.equals(known.owner())) {
                throw new BucketOfAnother(name);
            }
        }
    }

    /** Made aside and moved as a whole: no kill leaves a bucket without its owner. */
    private BucketFolder makeBucket(String name, String owner) throws IOException {
        var aside = Files.createDirectory(trash.resolve(UUID.randomUUID().toString()));
        BucketFolder.writeOwner(aside, owner);
        var place = root.resolve("buckets").resolve(name);
        Durable.move(aside, place);
        return BucketFolder.open(name, place, clock);
    }

    /**
     * Removes an owner's empty bucket with its unfinished uploads; none of theirs of that name is fine.
     *
     * @return false if it still holds objects
     */
    public boolean removeBucket(String name, String owner) throws IOException {
        synchronized (buckets) {
            var bucket = buckets.get(name);
            if (bucket == null || !owner.equals(bucket.owner())) {
                return true;
            }
            var gone = trash.resolve(UUID.randomUUID().toString());
            try (var _ = bucket.usage().standstill()) {
                if (!bucket.isEmpty()) {
                    return false;
                }
                Durable.move(bucket.root(), gone);
            }
            buckets.remove(name);
            Durable.deleteTree(gone);
            return true;
        }
    }

    /** Once after the start and then hourly: counts what is there, and forgets uploads whose time is over. */
    public void tidy() throws IOException {
        for (var bucket : buckets()) {
            bucket.usage().measure();
            var now = clock.instant();
            bucket.uploads().discard(upload -> bucket.rules().isGivenUp(upload, now));
        }
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
