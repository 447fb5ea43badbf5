package io.bramble.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The calculator's fields as typed; bound by name from the address, so a calculation can be linked to. */
public record CalculatorForm(
        @Nullable String stored,
        @Nullable String downloaded,
        @Nullable String writes,
        @Nullable String reads) {
    /** An exbibyte: more than anybody means, and no sum overflows. */
    private static final long MOST_GIB = 1_000_000_000L;

    private static final long MOST_REQUESTS = 1_000_000_000_000L;

    /**
     * One field.
     *
     * @param error what to type instead, or null
     */
    public record Field(
            String name,
            String label,
            String value,
            long number,
            @Nullable String error) {}

    List<Field> fields() {
        return List.of(
                field("stored", "Stored all month, GiB", stored, "250", MOST_GIB),
                field("downloaded", "Downloaded, GiB", downloaded, "100", MOST_GIB),
                field("writes", "Writes and lists", writes, "100000", MOST_REQUESTS),
                field("reads", "Reads", reads, "1000000", MOST_REQUESTS));
    }

    private static Field field(String name, String label, @Nullable String typed, String otherwise, long most) {
        var value = typed == null || typed.isBlank() ? otherwise : typed.strip();
        var digits = value.matches("\\d{1,15}");
        var number = digits ? Long.parseLong(value) : 0;
        var error = digits && number <= most ? null : "Type a whole number from 0 to " + Numbers.count(most) + ".";
        return new Field(name, label, value, number, error);
    }
}
