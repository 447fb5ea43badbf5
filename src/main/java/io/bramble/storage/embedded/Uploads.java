package io.bramble.storage.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Unfinished multipart uploads of one bucket: a folder each, with what it is about and a file per part. */
public final class Uploads {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final String ABOUT = "about";
    private static final String KEY = ":key";

    private final BucketFolder bucket;
    private final Path folder;
    private final Drafts drafts;
    private final MeasuredUsage usage;

    Uploads(BucketFolder bucket, Path folder, Drafts drafts, MeasuredUsage usage) {
        this.bucket = bucket;
        this.folder = folder;
        this.drafts = drafts;
        this.usage = usage;
    }

    public record OpenUpload(String id, String key, Instant startedAt) {}

    public record Part(int number, ObjectMeta meta) {}

    /** A part as the client names it when it completes. */
    public record Named(int number, String etag) {}

    public String begin(String key, Map<String, String> attributes) throws IOException {
        KeyPath.of(folder, key);
        var id = UUID.randomUUID().toString().replace("-", "");
        var about = new HashMap<>(attributes);
        about.put(KEY, key);
        try (var draft = drafts.join(List.of(), "", about)) {
            Files.createDirectory(folder.resolve(id));
            Durable.move(draft.file(), folder.resolve(id).resolve(ABOUT));
        }
        return id;
    }

    public ObjectMeta put(String id, String key, int number, Content content, OptionalLong quota) throws IOException {
        about(id, key);
        try (var _ = usage.reserve(content.declaredBytes(), quota);
                var draft = drafts.receive(content)) {
            replacePart(partFile(id, number), draft);
            return draft.meta();
        }
    }

    private void replacePart(Path part, Drafts.Draft draft) throws IOException {
        try (var _ = usage.mutation()) {
            synchronized (this) {
                var before = ObjectFile.meta(part);
                Durable.move(draft.file(), part);
                usage.partsChanged(draft.meta().sizeBytes() - (before == null ? 0 : before.sizeBytes()));
            }
        } catch (NoSuchFileException e) {
            throw S3Fault.noSuchUpload();
        }
    }

    public List<Part> parts(String id, String key) throws IOException {
        about(id, key);
        var parts = new ArrayList<Part>();
        try (var files = Files.list(folder.resolve(id))) {
            for (var file : files.sorted().toList()) {
                var meta = ObjectFile.meta(file);
                if (meta != null && !file.endsWith(ABOUT)) {
                    parts.add(new Part(Integer.parseInt(file.getFileName().toString()), meta));
                }
            }
        } catch (NoSuchFileException e) {
            throw S3Fault.noSuchUpload();
        }
        return parts;
    }

    /** Joins the named parts into the object; killed half way, either all of it or nothing has happened. */
    public ObjectMeta complete(String id, String key, List<Named> named, Condition condition) throws IOException {
        var attributes = new HashMap<>(about(id, key).attributes());
        attributes.remove(KEY);
        var sources = new ArrayList<ObjectFile.Open>();
        try {
            for (var part : named) {
                sources.add(open(id, part));
            }
            try (var draft = drafts.join(sources, etagOf(named), attributes)) {
                var meta = bucket.publish(key, draft, condition);
                discard(id);
                return meta;
            }
        } finally {
            for (var source : sources) {
                source.channel().close();
            }
        }
    }

    private ObjectFile.Open open(String id, Named part) throws IOException {
        var source = ObjectFile.open(partFile(id, part.number()));
        if (source == null) {
            throw S3Fault.invalidPart(part.number());
        }
        if (!source.meta().etag().equals(part.etag().replace("\"", ""))) {
            source.channel().close();
            throw S3Fault.invalidPart(part.number());
        }
        return source;
    }

    private static String etagOf(List<Named> parts) {
        var md5 = Drafts.md5();
        for (var part : parts) {
            md5.update(HexFormat.of().parseHex(part.etag().replace("\"", "")));
        }
        return HexFormat.of().formatHex(md5.digest()) + "-" + parts.size();
    }

    public void abort(String id, String key) throws IOException {
        about(id, key);
        discard(id);
    }

    public List<OpenUpload> open() throws IOException {
        var uploads = new ArrayList<OpenUpload>();
        try (var folders = Files.list(folder)) {
            for (var upload : folders.toList()) {
                var about = ObjectFile.meta(upload.resolve(ABOUT));
                if (about != null) {
                    var id = upload.getFileName().toString();
                    uploads.add(new OpenUpload(id, about.attributes().getOrDefault(KEY, ""), about.modifiedAt()));
                }
            }
        }
        return uploads;
    }

    void forgetHalfBegun() throws IOException {
        try (var folders = Files.list(folder)) {
            for (var upload : folders.toList()) {
                if (!Files.exists(upload.resolve(ABOUT))) {
                    Durable.deleteTree(upload);
                }
            }
        }
    }

    void discard(Predicate<OpenUpload> which) throws IOException {
        for (var upload : open()) {
            if (which.test(upload)) {
                discard(upload.id());
            }
        }
    }

    /** What the upload is about first: without it the rest is no upload any more. */
    private void discard(String id) throws IOException {
        try (var _ = usage.mutation()) {
            synchronized (this) {
                var freed = 0L;
                Durable.delete(folder.resolve(id).resolve(ABOUT));
                try (var files = Files.list(folder.resolve(id))) {
                    for (var file : files.toList()) {
                        var part = ObjectFile.meta(file);
                        freed += part == null ? 0 : part.sizeBytes();
                    }
                }
                Durable.deleteTree(folder.resolve(id));
                usage.partsChanged(-freed);
            }
        }
    }

    private ObjectMeta about(String id, String key) throws IOException {
        var about =
                ID.matcher(id).matches() ? ObjectFile.meta(folder.resolve(id).resolve(ABOUT)) : null;
        if (about == null || !key.equals(about.attributes().get(KEY))) {
            throw S3Fault.noSuchUpload();
        }
        return about;
    }

    private Path partFile(String id, int number) {
        return folder.resolve(id).resolve("%05d".formatted(number));
    }
}
