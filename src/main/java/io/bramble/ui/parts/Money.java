package io.bramble.ui.parts;

import org.jspecify.annotations.Nullable;

/** Amounts of money as people read them. */
public final class Money {
    private Money() {}

    /** As "$7.39"; "–" where nothing is known. */
    public static String of(io.bramble.billing.@Nullable Money amount) {
        return amount == null ? "–" : amount.toString();
    }
}
