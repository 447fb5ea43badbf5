package io.bramble.bucket;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bramble.account.InvalidField;
import org.jspecify.annotations.Nullable;

/** What a file's key must be like. Any other is literal: {@code ../x} and {@code a//b} are names as well. */
final class FileKey {
    static final int MOST_BYTES = 1024;

    private FileKey() {}

    /** As {@link #problem}, of a key that the database has to remember: PostgreSQL has no text with U+0000 in it. */
    static @Nullable String problemToKeep(String key) {
        return key.indexOf('\0') >= 0
                ? "A file's path can't have the character U+0000 in it. Leave it out."
                : problem(key);
    }

    /** @return null for a good key, else what is wrong and what to do */
    static @Nullable String problem(String key) {
        if (key.isEmpty()) return "A file needs a name.";
        var bytes = key.getBytes(UTF_8).length;
        if (bytes > MOST_BYTES)
            return "A file's path has at most 1,024 bytes; this one has %,d. Shorten it.".formatted(bytes);
        if (Canary.owns(key)) return "Paths below " + Canary.PREFIX + " belong to Bramble. Choose another folder.";
        return null;
    }

    static void require(String key) {
        var problem = problem(key);
        if (problem != null) throw new InvalidField("key", problem);
    }

    static String lastSegment(String key) {
        var path = key.endsWith("/") ? key.substring(0, key.length() - 1) : key;
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
