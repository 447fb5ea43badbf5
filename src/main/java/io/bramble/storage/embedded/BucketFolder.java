package io.bramble.storage.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One bucket: {@code owner}, {@code rules.json}, {@code objects/} by key, {@code uploads/} unfinished, {@code drafts/} not yet anything. */
public final class BucketFolder {
    private static final int STRIPES = 64;

    private final String name;
    private final @Nullable String owner;
    private final Path root;
    private final Path objects;
    private final Drafts drafts;
    private final Uploads uploads;
    private final BucketRules rules;
    private final MeasuredUsage usage;
    private final FolderNames names = new FolderNames();
    private final Lock[] stripes =
            Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(Lock[]::new);

    private BucketFolder(String name, @Nullable String owner, Path root, Clock clock) throws IOException {
        this.name = name;
        this.owner = owner;
        this.root = root;
        this.objects = root.resolve("objects");
        this.drafts = new Drafts(root.resolve("drafts"), clock);
        this.rules = BucketRules.open(root.resolve("rules.json"));
        this.usage = new MeasuredUsage(objects, root.resolve("uploads"));
        this.uploads = new Uploads(this, root.resolve("uploads"), drafts, usage);
    }

    /** Opens or makes it, without what a killed process left half done. */
    static BucketFolder open(String name, Path root, Clock clock) throws IOException {
        var owner = Durable.read(root.resolve("owner"));
        Durable.deleteTree(root.resolve("drafts"));
        for (var folder : List.of("objects", "uploads", "drafts")) {
            Files.createDirectories(root.resolve(folder));
        }
        var bucket = new BucketFolder(name, owner == null ? null : new String(owner, UTF_8), root, clock);
        bucket.uploads.forgetHalfBegun();
        return bucket;
    }

    static void writeOwner(Path root, String owner) throws IOException {
        Durable.write(root.resolve("owner"), owner.getBytes(UTF_8));
    }

    public String name() {
        return name;
    }

    /** For whom it was made; null for a folder that was put here by hand. */
    public @Nullable String owner() {
        return owner;
    }

    public Instant createdAt() throws IOException {
        return Files.readAttributes(root, BasicFileAttributes.class)
                .creationTime()
                .toInstant();
    }

    Path root() {
        return root;
    }

    public Uploads uploads() {
        return uploads;
    }

    public BucketRules rules() {
        return rules;
    }

    MeasuredUsage usage() {
        return usage;
    }

    public ObjectMeta put(String key, Content content, Condition condition, OptionalLong quota) throws IOException {
        condition.check(ObjectFile.meta(KeyPath.of(objects, key)));
        try (var _ = usage.reserve(content.declaredBytes(), quota);
                var draft = drafts.receive(content)) {
            return publish(key, draft, condition);
        }
    }

    /**
     * Copies within the bucket; the content keeps its ETag.
     *
     * @param attributes null keeps those of the source
     */
    public ObjectMeta copy(
            String from, Condition ofSource, String to, @Nullable Map<String, String> attributes, OptionalLong quota)
            throws IOException {
        return copyInto(this, new Copying(from, ofSource, to, Condition.NONE, attributes), quota);
    }

    /** @param attributes null keeps those of the source */
    record Copying(
            String from,
            Condition ofSource,
            String to,
            Condition ofTarget,
            @Nullable Map<String, String> attributes) {}

    ObjectMeta copyInto(BucketFolder target, Copying wish, OptionalLong quota) throws IOException {
        var path = KeyPath.of(target.objects, wish.to());
        var source = openOrRefuse(wish.from());
        try (var _ = source.channel()) {
            wish.ofSource().check(source.meta());
            wish.ofTarget().check(ObjectFile.meta(path));
            var kept = wish.attributes() == null ? source.meta().attributes() : wish.attributes();
            try (var _ = target.usage.reserve(source.meta().sizeBytes(), quota);
                    var draft =
                            target.drafts.join(List.of(source), source.meta().etag(), kept)) {
                return target.publish(wish.to(), draft, wish.ofTarget());
            }
        }
    }

    public ObjectMeta head(String key) throws IOException {
        var meta = ObjectFile.meta(KeyPath.of(objects, key));
        if (meta == null) {
            throw S3Fault.noSuchKey();
        }
        return meta;
    }

    /** Opens an object to be read; closing the content closes it. */
    public ObjectContent read(String key, Condition condition, @Nullable String range) throws IOException {
        var open = openOrRefuse(key);
        try {
            condition.check(open.meta());
            return ObjectContent.of(open, range);
        } catch (IOException | RuntimeException e) {
            open.channel().close();
            throw e;
        }
    }

    /** Deletes; no object of that key is fine. */
    public void delete(String key, Condition condition) throws IOException {
        var path = KeyPath.of(objects, key);
        try (var _ = usage.mutation();
                var _ = lock(key)) {
            var current = ObjectFile.meta(path);
            condition.check(current);
            if (current != null) {
                Durable.delete(path);
                removeEmptyFolders(path);
                usage.replaced(current, null);
                names.changed();
            }
        }
    }

    public Listing.Page list(Listing.Query query) throws IOException {
        return Listing.page(objects, names, query);
    }

    boolean isEmpty() throws IOException {
        return !FolderNames.holdsAny(objects);
    }

    ObjectMeta publish(String key, Drafts.Draft draft, Condition condition) throws IOException {
        var path = KeyPath.of(objects, key);
        try (var _ = usage.mutation();
                var _ = lock(key)) {
            var current = ObjectFile.meta(path);
            condition.check(current);
            moveIntoPlace(draft.file(), path);
            usage.replaced(current, draft.meta());
            if (current == null) {
                names.changed();
            }
            return draft.meta();
        }
    }

    /** A delete beside us may remove the folder we have just made; the bucket may be gone altogether. */
    private void moveIntoPlace(Path draft, Path path) throws IOException {
        for (var tries = 0; ; tries++) {
            try {
                if (!Files.isDirectory(objects)) {
                    throw S3Fault.noSuchBucket(name);
                }
                Files.createDirectories(path.getParent());
                Durable.move(draft, path);
                return;
            } catch (NoSuchFileException | FileAlreadyExistsException e) {
                // The latter when a folder goes between Java's attempt to make it and its look at what is there.
                if (tries == 100) {
                    throw e;
                }
            }
        }
    }

    private void removeEmptyFolders(Path above) throws IOException {
        for (var folder = above.getParent(); folder != null && !folder.equals(objects); folder = folder.getParent()) {
            try {
                Files.deleteIfExists(folder);
            } catch (DirectoryNotEmptyException e) {
                return;
            }
        }
    }

    private ObjectFile.Open openOrRefuse(String key) throws IOException {
        var open = ObjectFile.open(KeyPath.of(objects, key));
        if (open == null) {
            throw S3Fault.noSuchKey();
        }
        return open;
    }

    private Unlock lock(String key) {
        var stripe = stripes[Math.floorMod(key.hashCode(), STRIPES)];
        stripe.lock();
        return stripe::unlock;
    }

    @FunctionalInterface
    interface Unlock extends AutoCloseable {
        @Override
        void close();
    }
}
