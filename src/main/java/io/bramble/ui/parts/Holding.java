package io.bramble.ui.parts;

import io.bramble.metering.Stored;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is stored, in the cells of a table. */
public final class Holding {
    private static final String UNKNOWN = "–";

    private Holding() {}

    public static String size(@Nullable Stored stored) {
        return stored == null ? UNKNOWN : Numbers.bytes(stored.bytes());
    }

    public static String objects(@Nullable Stored stored) {
        return stored == null ? UNKNOWN : Numbers.count(stored.objects());
    }

    /** All digits, and how old they are. */
    public static String exact(@Nullable Stored stored, Instant now) {
        if (stored == null) return "Not measured yet";
        return Numbers.exact(stored.bytes()) + " in " + Numbers.count(stored.objects(), "object") + ", measured "
                + Dates.relative(stored.measuredAt(), now);
    }
}
