package io.bramble.bucket;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bramble.account.InvalidField;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a file's key must be like to go through a browser. Programs may use any key that S3 allows. */
final class FileKey {
    static final int MOST_BYTES = 1024;

    private FileKey() {}

    /** @return null for a good key, else what is wrong and what to do */
    static @Nullable String problem(String key) {
        if (key.isEmpty()) return "A file needs a name.";
        var bytes = key.getBytes(UTF_8).length;
        if (bytes > MOST_BYTES)
            return "A file's path has at most 1,024 bytes; this one has %,d. Shorten it.".formatted(bytes);
        // Browsers resolve such segments before they send, escaped or not: the request would go somewhere else.
        if (Arrays.stream(key.split("/", -1)).anyMatch(segment -> segment.equals(".") || segment.equals("..")))
            return "A browser can't send a path with . or .. in it. Rename the folder, or use aws or rclone.";
        if (Canary.owns(key)) return "Paths below " + Canary.PREFIX + " belong to Bramble. Choose another folder.";
        return null;
    }

    static void requireSendable(String key) {
        var problem = problem(key);
        if (problem != null) throw new InvalidField("key", problem);
    }

    static String lastSegment(String key) {
        var path = key.endsWith("/") ? key.substring(0, key.length() - 1) : key;
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
