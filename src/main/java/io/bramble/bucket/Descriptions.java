package io.bramble.bucket;

import io.bramble.account.InvalidField;
import io.bramble.storage.Description;
import java.util.Map;
import java.util.regex.Pattern;

/** What may be said about a file. */
final class Descriptions {
    private static final int MOST_METADATA_BYTES = 2048;
    private static final int MOST_TAGS = 10;
    private static final int LONGEST_TAG_NAME = 128;
    private static final int LONGEST_TAG_VALUE = 256;
    private static final Pattern TYPE = Pattern.compile("[\\w.+-]+/[\\w.+*-]+( *;.*)?");
    private static final Pattern TAG = Pattern.compile("[\\p{L}\\p{N} +=._:/@-]*");
    private static final Pattern NAME = Pattern.compile("[a-z0-9._-]+");
    private static final Pattern HEADER = Pattern.compile("[\\x20-\\x7e]*");

    private Descriptions() {}

    static void check(Description description) {
        if (!TYPE.matcher(description.contentType()).matches()) throw new InvalidField("contentType", """
                A type has two parts, as image/jpeg or text/plain; charset=utf-8.""");
        carried("contentType", description.contentType());
        description.headers().forEach(Descriptions::carried);
        description.metadata().forEach(Descriptions::checkMetadata);
        var bytes = description.metadata().entrySet().stream()
                .mapToLong(entry -> entry.getKey().length() + entry.getValue().length())
                .sum();
        if (bytes > MOST_METADATA_BYTES)
            throw new InvalidField(
                    "metadata", "Metadata has at most 2 KiB in all, not %,d bytes. Shorten it.".formatted(bytes));
    }

    private static void checkMetadata(String name, String value) {
        if (!NAME.matcher(name).matches())
            throw new InvalidField(
                    "metadata", "“%s” is no name: use a to z, digits, dots, dashes, underscores.".formatted(name));
        carried("metadata", value);
    }

    private static void carried(String field, String value) {
        if (!HEADER.matcher(value).matches())
            throw new InvalidField(
                    field,
                    "HTTP headers carry plain letters, digits and signs only; “%s” has others.".formatted(value));
    }

    static void checkTags(Map<String, String> tags) {
        if (tags.size() > MOST_TAGS)
            throw new InvalidField("tags", "A file has at most 10 tags, not %d.".formatted(tags.size()));
        tags.forEach((name, value) -> {
            if (name.isBlank() || name.length() > LONGEST_TAG_NAME || value.length() > LONGEST_TAG_VALUE)
                throw new InvalidField(
                        "tags", "A tag's name has 1 to 128 letters, its value at most 256: “%s”.".formatted(name));
            if (!TAG.matcher(name + value).matches())
                throw new InvalidField(
                        "tags",
                        "Tags have letters, digits, spaces and + - = . _ : / @; “%s” has others.".formatted(name));
        });
    }
}
