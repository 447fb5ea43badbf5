package io.bramble.api;

import io.bramble.account.InvalidField;
import org.jspecify.annotations.Nullable;

/** Fields that a request must carry. */
final class Required {
    private Required() {}

    static <T> T given(String field, @Nullable T value) {
        if (value == null) throw new InvalidField(field, "Send the field " + field + ".");
        return value;
    }
}
