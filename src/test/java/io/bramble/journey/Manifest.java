package io.bramble.journey;

import io.minio.GetObjectArgs;
import io.minio.MinioClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** What there is, by name: to be compared between a disk and a store. */
final class Manifest {
    private static final int AT_ONCE = 8;

    record Content(long bytes, String sha256) {}

    private Manifest() {}

    /** The files below a folder; an empty folder as the marker that stands for it. */
    static Map<String, Content> of(GivenFolder folder) throws Exception {
        var found = new TreeMap<String, Content>();
        try (var paths = Files.walk(folder.path())) {
            for (var path : (Iterable<Path>) paths::iterator) {
                var name = folder.path().relativize(path).toString();
                if (Files.isRegularFile(path)) found.put(name, content(Files.newInputStream(path)));
                else if (isEmpty(path)) found.put(name + "/", content(InputStream.nullInputStream()));
            }
        }
        return found;
    }

    /** All that a bucket holds, by the store's own list. */
    static Map<String, Content> of(Key key) throws Exception {
        var store = MinioClient.builder()
                .endpoint(key.endpoint())
                .region(key.region())
                .credentials(key.accessKeyId(), key.secret())
                .build();
        var found = new TreeMap<String, Content>();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var entry :
                    threads.invokeAll(reading(store, key.bucket(), key.list("").keySet()))) {
                found.put(entry.get().getKey(), entry.get().getValue());
            }
        }
        return found;
    }

    private static Collection<Callable<Map.Entry<String, Content>>> reading(
            MinioClient store, String bucket, Collection<String> names) {
        return names.stream()
                .<Callable<Map.Entry<String, Content>>>map(name -> () -> {
                    var wish =
                            GetObjectArgs.builder().bucket(bucket).object(name).build();
                    return Map.entry(name, content(store.getObject(wish)));
                })
                .toList();
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }

    private static Content content(InputStream stream) throws IOException {
        try (var content = new DigestInputStream(stream, sha256())) {
            var bytes = content.transferTo(OutputStream.nullOutputStream());
            return new Content(
                    bytes, HexFormat.of().formatHex(content.getMessageDigest().digest()));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
