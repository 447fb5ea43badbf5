package io.bramble.bucket;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bramble.account.InvalidField;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A wish for a link.
 *
 * @param name for its owner's list, 1 to 100 characters
 * @param path a key, or a folder, which is empty for the whole bucket or ends in "/"
 * @param password null for none; 6 to 72 bytes
 * @param mostDownloads null for any number; not for upload requests
 * @param mostBytes null for what the bucket has room for; for upload requests only
 */
public record NewShare(
        Share.Kind kind,
        String name,
        String path,
        Instant expiresAt,
        @Nullable String password,
        @Nullable Integer mostDownloads,
        @Nullable Long mostBytes) {
    private static final int MOST_PASSWORD_BYTES = 72; // what bcrypt looks at

    public NewShare {
        name = name.strip();
        if (name.isEmpty() || name.length() > 100)
            throw new InvalidField("name", "Give the link a name of 1 to 100 characters.");
        if (name.chars().anyMatch(Character::isISOControl))
            throw new InvalidField("name", "Leave out control characters.");
        if (password != null && (password.length() < 6 || password.getBytes(UTF_8).length > MOST_PASSWORD_BYTES))
            throw new InvalidField("password", "Use 6 to 72 characters, or none.");
        if (kind == Share.Kind.UPLOAD && !path.isEmpty() && !path.endsWith("/"))
            throw new InvalidField("path", "Files are sent into a folder: a path that ends in /.");
        var problem = path.isEmpty() ? null : FileKey.problemToKeep(path);
        if (problem != null) throw new InvalidField("path", problem);
        if (mostDownloads != null && (kind == Share.Kind.UPLOAD || mostDownloads < 1))
            throw new InvalidField("mostDownloads", "Set 1 or more, and for links to download only.");
        if (mostBytes != null && (kind == Share.Kind.DOWNLOAD || mostBytes < 1))
            throw new InvalidField("mostBytes", "Set 1 or more, and for upload requests only.");
    }

    @Override
    public String toString() {
        return "NewShare[" + kind + " " + name + "]";
    }
}
