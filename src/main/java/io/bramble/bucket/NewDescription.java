package io.bramble.bucket;

import io.bramble.account.InvalidField;
import io.bramble.storage.Description;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What shall be said about objects from now on; null keeps what is said, an empty text takes it away.
 *
 * @param metadata replaces all of the writer's own; names without {@code x-amz-meta-}
 */
public record NewDescription(
        @Nullable String contentType,
        @Nullable String cacheControl,
        @Nullable String contentDisposition,
        @Nullable Map<String, String> metadata) {
    private static final int MOST_METADATA_BYTES = 2048;
    private static final String DEFAULT_TYPE = "application/octet-stream";
    private static final Pattern TYPE = Pattern.compile("[\\w.+-]{1,100}/[\\w.+-]{1,100}( *; *[ -~]{1,200})?");
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_.-]{0,127}");
    private static final Pattern VALUE = Pattern.compile("[!-~]([ -~]*[!-~])?");

    /** @throws InvalidField for what HTTP cannot carry */
    public NewDescription {
        if (contentType == null && cacheControl == null && contentDisposition == null && metadata == null)
            throw new InvalidField("contentType", "Say what to change.");
        if (contentType != null
                && !contentType.isEmpty()
                && !TYPE.matcher(contentType).matches())
            throw new InvalidField("contentType", "A type has two parts, as image/jpeg or text/plain; charset=utf-8.");
        requireValue("cacheControl", cacheControl);
        requireValue("contentDisposition", contentDisposition);
        metadata = metadata == null ? null : checked(metadata);
    }

    private static void requireValue(String field, @Nullable String value) {
        if (value != null && !value.isEmpty() && !VALUE.matcher(value).matches())
            throw new InvalidField(field, "Use letters, digits and signs of ASCII, with no space around them.");
    }

    private static Map<String, String> checked(Map<String, String> metadata) {
        var checked = new HashMap<String, String>();
        var bytes = 0;
        for (var entry : metadata.entrySet()) {
            var name = entry.getKey().toLowerCase(Locale.ROOT);
            if (!NAME.matcher(name).matches())
                throw new InvalidField("metadata", "A name has letters, digits, - _ and . only: " + name + ".");
            if (!VALUE.matcher(entry.getValue()).matches())
                throw new InvalidField("metadata", "Give " + name + " a value of ASCII, with no space around it.");
            checked.put(name, entry.getValue());
            bytes += name.length() + entry.getValue().length();
        }
        if (bytes > MOST_METADATA_BYTES)
            throw new InvalidField("metadata", "Names and values together have at most 2,048 characters.");
        return Map.copyOf(checked);
    }

    /** @throws InvalidField if something that stays has letters that a copy would lose */
    Description over(Description now) {
        var headers = new HashMap<>(now.headers());
        put(headers, "cache-control", cacheControl);
        put(headers, "content-disposition", contentDisposition);
        var type = contentType == null ? now.contentType() : contentType.isEmpty() ? DEFAULT_TYPE : contentType;
        var said = new Description(type, headers, metadata == null ? now.metadata() : metadata);
        if (!said.equals(now)) requirePlain(said);
        return said;
    }

    private static void requirePlain(Description said) {
        var all = Stream.concat(said.headers().values().stream(), said.metadata().values().stream());
        if (!all.allMatch(value -> value.chars().allMatch(c -> c >= ' ' && c <= '~')))
            throw new InvalidField(
                    "metadata", "Its metadata has letters beyond ASCII, which would be lost. Replace them too.");
    }

    private static void put(Map<String, String> headers, String name, @Nullable String value) {
        if (value == null) return;
        if (value.isEmpty()) headers.remove(name);
        else headers.put(name, value);
    }
}
