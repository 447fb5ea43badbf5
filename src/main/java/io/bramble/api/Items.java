package io.bramble.api;

import io.bramble.account.InvalidField;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next the cursor of the next page; absent on the last
 */
record Items<T>(List<T> items, @Nullable String next) {
    static final int LIMIT_UNLESS_SAID = 50;
    static final int LONGEST = 200;

    static <T> Items<T> all(List<T> items) {
        return new Items<>(items, null);
    }

    /** Of one row more than the page holds, the surplus one says that there is a next page. */
    static <T> Items<T> page(List<T> oneMore, int limit, Function<T, String> position) {
        if (oneMore.size() <= limit) return all(oneMore);
        var items = oneMore.subList(0, limit);
        return new Items<>(items, encode(position.apply(items.getLast())));
    }

    static int limit(@Nullable Integer asked) {
        if (asked == null) return LIMIT_UNLESS_SAID;
        if (asked < 1 || asked > LONGEST) throw new InvalidField("limit", "A page has 1 to " + LONGEST + " items.");
        return asked;
    }

    static String position(@Nullable String cursor) {
        if (cursor == null) return "";
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException garbled) {
            throw new InvalidField("cursor", "Send the cursor as it came in \"next\".");
        }
    }

    /** Of a list whose cursor is how many were taken. */
    static int offset(@Nullable String cursor) {
        try {
            return cursor == null ? 0 : Integer.parseUnsignedInt(position(cursor));
        } catch (NumberFormatException garbled) {
            throw new InvalidField("cursor", "Send the cursor as it came in \"next\".");
        }
    }

    private static String encode(String position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
    }
}
