package io.bramble.ui.files;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How loaded rows are shown. The store knows one order only, and no search but by prefix: all else is done within what is
 * loaded, and the page says so.
 *
 * @param order null for the store's
 * @param contains what names must hold, in any case; empty for all
 */
record Arrangement(@Nullable Comparator<Row> order, String contains) {
    static final Arrangement PLAIN = new Arrangement(null, "");

    boolean isPlain() {
        return order == null && contains.isEmpty();
    }

    Arrangement by(@Nullable Comparator<Row> other) {
        return new Arrangement(other, contains);
    }

    Arrangement containing(String text) {
        return new Arrangement(order, text);
    }

    List<Row> of(List<Row> rows) {
        var wanted = contains.toLowerCase(Locale.ROOT);
        var fitting =
                rows.stream().filter(row -> row.name().toLowerCase(Locale.ROOT).contains(wanted));
        return (order == null ? fitting : fitting.sorted(order)).toList();
    }

    /** As "sorted within these". */
    String words() {
        if (order == null) return "searched within these";
        return contains.isEmpty() ? "sorted within these" : "searched and sorted within these";
    }
}
