package io.bramble.ui.files;

import io.bramble.storage.ListRequest;
import io.bramble.storage.ObjectPage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one folder: every visited page's token and length, but the rows of the pages used last only. So a
 * folder of a million keys costs the session no more than one of two thousand.
 */
final class Listing {
    static final int PAGE_ROWS = 200;
    static final int KEPT_PAGES = 10;

    private final Place place;
    private final List<Page> pages = new ArrayList<>();
    private final Map<Integer, List<Row>> kept = new LinkedHashMap<>(KEPT_PAGES, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, List<Row>> eldest) {
            return size() > KEPT_PAGES;
        }
    };
    private @Nullable String next;
    private int size;

    private record Page(@Nullable String token, int firstRow, int rows) {
        int end() {
            return firstRow + rows;
        }
    }

    Listing(Place place) {
        this.place = place;
    }

    Place place() {
        return place;
    }

    int pages() {
        return pages.size();
    }

    /** Rows of all pages read so far. */
    int size() {
        return size;
    }

    boolean hasMore() {
        return pages.isEmpty() || next != null;
    }

    ListRequest nextPage() {
        return place.firstPage(PAGE_ROWS).after(next);
    }

    ListRequest pageAgain(int page) {
        return place.firstPage(PAGE_ROWS).after(pages.get(page).token());
    }

    void append(ObjectPage page) {
        var rows = Row.of(place, page);
        pages.add(new Page(next, size, rows.size()));
        kept.put(pages.size() - 1, rows);
        size += rows.size();
        next = page.nextToken();
    }

    /** Rows that came or went meanwhile are not counted: later pages must not move under the reader. */
    void refill(int index, ObjectPage page) {
        var known = pages.get(index);
        var rows = new ArrayList<>(Row.of(place, page));
        while (rows.size() > known.rows()) rows.removeLast();
        for (var i = rows.size(); i < known.rows(); i++) rows.add(Row.loading(known.firstRow() + i));
        kept.put(index, rows);
    }

    /** Rows of a part; those of pages that were let go are {@link Row.Kind#LOADING}. */
    List<Row> rows(int offset, int limit) {
        var rows = new ArrayList<Row>();
        for (var row = offset; row < Math.min(size, offset + limit); row++) rows.add(row(row));
        return rows;
    }

    /** The first page of a part whose rows were let go; -1 if all are there. */
    int lostPage(int offset, int limit) {
        for (var page = 0; page < pages.size(); page++) {
            var at = pages.get(page);
            if (at.end() > offset && at.firstRow() < offset + limit && !kept.containsKey(page)) return page;
        }
        return -1;
    }

    private Row row(int index) {
        var page = pageOf(index);
        var rows = kept.get(page);
        return rows == null
                ? Row.loading(index)
                : rows.get(index - pages.get(page).firstRow());
    }

    private int pageOf(int row) {
        int low = 0;
        int high = pages.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pages.get(middle).end() <= row) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
