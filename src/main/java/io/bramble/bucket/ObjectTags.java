package io.bramble.bucket;

import io.bramble.account.InvalidField;
import java.util.Map;
import java.util.regex.Pattern;

/** What S3 takes for the tags of a file. */
final class ObjectTags {
    private static final int MOST = 10;
    private static final int LONGEST_NAME = 128;
    private static final int LONGEST_VALUE = 256;
    private static final Pattern TAG = Pattern.compile("[\\p{L}\\p{N} +=._:/@-]*");

    private ObjectTags() {}

    static void check(Map<String, String> tags) {
        if (tags.size() > MOST)
            throw new InvalidField("tags", "A file has at most 10 tags, not %d.".formatted(tags.size()));
        tags.forEach((name, value) -> {
            if (name.isBlank() || name.length() > LONGEST_NAME || value.length() > LONGEST_VALUE)
                throw new InvalidField(
                        "tags", "A tag's name has 1 to 128 letters, its value at most 256: “%s”.".formatted(name));
            if (!TAG.matcher(name + value).matches())
                throw new InvalidField(
                        "tags",
                        "Tags have letters, digits, spaces and + - = . _ : / @; “%s” has others.".formatted(name));
        });
    }
}
