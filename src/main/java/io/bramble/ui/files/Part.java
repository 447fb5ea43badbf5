package io.bramble.ui.files;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page that a listing has read: where it lies in the store and among the rows.
 *
 * @param token by which it is read again; null for the first page
 * @param last up to which key it goes, also when there is no such key any more; null if not known
 */
record Part(
        @Nullable String token,
        int firstRow,
        int rows,
        @Nullable String last) {
    int end() {
        return firstRow + rows;
    }

    Part from(int row) {
        return new Part(token, row, rows, last);
    }

    /** Whether it goes on behind a page of what is in it by now. */
    boolean goesOnBehind(Page page) {
        return last != null && page.next() != null && (page.last() == null || Page.compare(page.last(), last) < 0);
    }

    /** Those of a page that are in it. */
    List<Row> of(Page page) {
        var end = last;
        if (end == null) return List.of();
        return page.rows().stream()
                .filter(row -> Page.compare(row.key(), end) <= 0)
                .toList();
    }

    /** The rows of a page read again, as many as it had. */
    List<Row> fitting(Page page) {
        var fitting = new ArrayList<>(page.rows());
        while (fitting.size() > rows) fitting.removeLast();
        for (var i = fitting.size(); i < rows; i++) fitting.add(Row.loading(firstRow + i));
        return fitting;
    }
}
