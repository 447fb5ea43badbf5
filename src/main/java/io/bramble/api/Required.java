package io.bramble.api;

import io.bramble.account.InvalidField;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Fields that a request must carry. */
final class Required {
    private Required() {}

    static <T> T given(String field, @Nullable T value) {
        if (value == null) throw new InvalidField(field, "Send the field " + field + ".");
        return value;
    }

    /** A list without holes. */
    static <T> List<T> items(String field, @Nullable List<@Nullable T> values) {
        return given(field, values).stream()
                .map(value -> given(field + "[]", value))
                .toList();
    }

    static Map<String, String> texts(String field, @Nullable Map<String, @Nullable String> values) {
        var texts = new TreeMap<String, String>();
        given(field, values).forEach((key, value) -> texts.put(key, given(field + "." + key, value)));
        return texts;
    }
}
