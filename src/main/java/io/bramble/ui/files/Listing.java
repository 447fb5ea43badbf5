package io.bramble.ui.files;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one place: every visited page's token and length, but the rows of the pages used last only. So a
 * folder of a million keys costs the session no more rows than one of two thousand.
 */
final class Listing {
    private static final int FIRST_ROWS = 200;
    /** As many as S3 gives: each page costs the engine a walk, and the table a redrawing. */
    static final int NEXT_ROWS = 1000;

    static final int KEPT_ROWS = FIRST_ROWS + 2 * NEXT_ROWS;

    private final Place place;
    private final List<Part> pages = new ArrayList<>();
    private final Map<Integer, List<Row>> kept = new LinkedHashMap<>(16, 0.75f, true);
    private @Nullable String next;
    private int size;
    private int keptRows;

    /** How many rows to ask for: few at first, that a place opens at once. */
    static int rowsAfter(@Nullable String token) {
        return token == null ? FIRST_ROWS : NEXT_ROWS;
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

    @Nullable
    String nextToken() {
        return next;
    }

    Part part(int page) {
        return pages.get(page);
    }

    void append(Page page) {
        pages.add(new Part(next, size, page.rows().size(), page.last()));
        size += page.rows().size();
        next = page.next();
        keep(pages.size() - 1, page.rows());
    }

    /**
     * What is in a page by now. Those behind it stay what they are: nobody who has come far is thrown back.
     *
     * @param read by its token, and by those that followed: more has come than fits into one
     */
    void refill(int index, List<Page> read) {
        var known = pages.get(index);
        if (known.last() == null && index == pages.size() - 1) {
            next = read.getFirst().next();
            put(index, known.token(), read.getFirst().last(), read.getFirst().rows());
        } else {
            makeRoom(index, read.size() - 1);
            for (var at = 0; at < read.size(); at++) {
                var token = at == 0 ? known.token() : read.get(at - 1).next();
                var last = at == read.size() - 1 ? known.last() : read.get(at).last();
                put(index + at, token, last, known.of(read.get(at)));
            }
        }
        count(index);
    }

    private void makeRoom(int behind, int parts) {
        if (parts == 0) return;
        pages.addAll(behind + 1, Collections.nCopies(parts, pages.get(behind)));
        var before = new LinkedHashMap<>(kept);
        kept.clear();
        before.forEach((page, rows) -> kept.put(page > behind ? page + parts : page, rows));
    }

    private void put(int index, @Nullable String token, @Nullable String last, List<Row> rows) {
        pages.set(index, new Part(token, 0, rows.size(), last));
        keep(index, rows);
    }

    private void count(int from) {
        size = from == 0 ? 0 : pages.get(from - 1).end();
        for (var page = from; page < pages.size(); page++) {
            pages.set(page, pages.get(page).from(size));
            size = pages.get(page).end();
        }
    }

    private void keep(int index, List<Row> rows) {
        var before = kept.put(index, rows);
        keptRows += rows.size() - (before == null ? 0 : before.size());
        for (var eldest = kept.entrySet().iterator(); keptRows > KEPT_ROWS && kept.size() > 1; ) {
            keptRows -= eldest.next().getValue().size();
            eldest.remove();
        }
    }

    /** Rows of a part; those of pages that were let go are {@link Row.Kind#LOADING}. */
    List<Row> rows(int offset, int limit) {
        var rows = new ArrayList<Row>();
        for (var row = offset; row < Math.min(size, offset + limit); row++) rows.add(row(row));
        return rows;
    }

    /** Pages whose rows are there, the last first. */
    List<Integer> keptPages() {
        return kept.keySet().stream().sorted(Comparator.reverseOrder()).toList();
    }

    /** Those that are there, in the place's order. */
    List<Row> keptRows() {
        return kept.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(page -> page.getValue().stream())
                .filter(row -> !row.isLoading())
                .toList();
    }

    /** Pages that hold rows of a part. */
    List<Integer> pagesOf(int offset, int limit) {
        var found = new ArrayList<Integer>();
        for (var page = pageOf(offset); page < pages.size() && pages.get(page).firstRow() < offset + limit; page++)
            if (pages.get(page).end() > offset) found.add(page);
        return found;
    }

    /** The first page of a part whose rows were let go; -1 if all are there. */
    int lostPage(int offset, int limit) {
        return pagesOf(offset, limit).stream()
                .filter(page -> !kept.containsKey(page))
                .findFirst()
                .orElse(-1);
    }

    @Nullable
    List<Row> rowsOf(int page) {
        return kept.get(page);
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
