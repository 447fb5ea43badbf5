package io.bramble.bucket;

import io.bramble.account.InvalidField;
import io.bramble.storage.Permission;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A wish for an access key.
 *
 * @param name 1 to 100 characters
 * @param prefix the part of the bucket it reaches, empty for all
 * @param expiresAt null for never
 */
public record NewKey(
        String name,
        Permission permission,
        String prefix,
        @Nullable Instant expiresAt) {
    private static final String PATTERN_LETTERS = "*?${}\"\\";

    public NewKey {
        name = name.strip();
        if (name.isEmpty())
            throw new InvalidField("name", "Give the key a name, such as the program that will use it.");
        if (name.length() > 100)
            throw new InvalidField("name", "Use at most 100 characters; this name has " + name.length() + ".");
        if (name.chars().anyMatch(Character::isISOControl))
            throw new InvalidField("name", "Leave out control characters.");
        if (prefix.length() > 500) throw new InvalidField("prefix", "Use at most 500 characters.");
        if (prefix.chars().anyMatch(c -> PATTERN_LETTERS.indexOf(c) >= 0 || Character.isISOControl(c)))
            throw new InvalidField("prefix", "Leave out * ? $ { } \" \\ and control characters.");
    }
}
