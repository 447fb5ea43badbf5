package io.bramble.storage.minio;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bramble.storage.KeyInfo;
import io.bramble.storage.Permission;
import io.bramble.storage.ScopedKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a key may do, read back from the note on it or from its policy; what Bramble would not have written is none. */
final class KeyLimits {
    private static final String MARK = "bramble";
    private static final int MAX_NOTE_BYTES = 256;

    private KeyLimits() {}

    /** Bare where the prefix is too long for it. */
    static String note(ScopedKey key) {
        var expiry = key.expiresAt() == null ? "-" : key.expiresAt().toString();
        var note = String.join(" ", MARK, key.permission().name(), expiry, key.prefix());
        return note.getBytes(UTF_8).length > MAX_NOTE_BYTES ? MARK : note;
    }

    static Optional<KeyInfo> readNote(String accessKeyId, String bucket, String note) {
        var words = note.split(" ", 4);
        if (words.length < 4 || !words[0].equals(MARK)) {
            return Optional.empty();
        }
        return Stream.of(Permission.values())
                .filter(permission -> permission.name().equals(words[1]))
                .findFirst()
                .map(permission -> new KeyInfo(accessKeyId, bucket, permission, words[3], instant(words[2])));
    }

    static Optional<KeyInfo> readPolicy(String accessKeyId, String bucket, JsonNode policy) {
        var objects = "arn:aws:s3:::" + bucket + "/";
        for (var statement : policy.path("Statement").values()) {
            var resource = first(statement.path("Resource"));
            if (resource.startsWith(objects) && resource.endsWith("*")) {
                var prefix = resource.substring(objects.length(), resource.length() - 1);
                var expiry =
                        first(statement.path("Condition").path("DateLessThan").path("aws:CurrentTime"));
                return matching(accessKeyId, bucket, prefix, instant(expiry), policy);
            }
        }
        return Optional.empty();
    }

    private static Optional<KeyInfo> matching(
            String id, String bucket, String prefix, @Nullable Instant expiresAt, JsonNode policy) {
        return Stream.of(Permission.values())
                .filter(permission -> Policies.same(Policies.ofKey(bucket, permission, prefix, expiresAt), policy))
                .findFirst()
                .map(permission -> new KeyInfo(id, bucket, permission, prefix, expiresAt));
    }

    private static String first(JsonNode node) {
        return node.isArray() ? node.path(0).asString("") : node.asString("");
    }

    private static @Nullable Instant instant(String text) {
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
