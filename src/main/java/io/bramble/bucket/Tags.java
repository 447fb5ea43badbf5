package io.bramble.bucket;

import io.bramble.account.InvalidField;
import java.util.Map;
import java.util.regex.Pattern;

/** Labels of a bucket or a file, as S3 takes them. */
final class Tags {
    private static final int MOST = 10;
    private static final int LONGEST_KEY = 128;
    private static final int LONGEST_VALUE = 256;
    private static final Pattern LETTERS = Pattern.compile("[\\p{L}\\p{N} +\\-=._:/@]*");

    private Tags() {}

    /** @throws InvalidField for "tags", "tags.key" or "tags.value" */
    static void check(Map<String, String> tags) {
        if (tags.size() > MOST)
            throw new InvalidField("tags", "There are at most %d tags, not %d.".formatted(MOST, tags.size()));
        tags.forEach(Tags::check);
    }

    private static void check(String key, String value) {
        if (key.isBlank()) throw new InvalidField("tags.key", "Give the tag a name.");
        if (key.startsWith("aws:")) throw new InvalidField("tags.key", "Names that begin with aws: are reserved.");
        check("tags.key", "name", key, key, LONGEST_KEY);
        check("tags.value", "value", key, value, LONGEST_VALUE);
    }

    private static void check(String field, String what, String key, String text, int longest) {
        if (text.length() > longest)
            throw new InvalidField(
                    field, "A tag's %s has at most %d characters, not %d.".formatted(what, longest, text.length()));
        if (!LETTERS.matcher(text).matches())
            throw new InvalidField(
                    field,
                    "Tags have letters, digits, spaces and + - = . _ : / @; the %s of “%s” has others."
                            .formatted(what, key));
    }
}
