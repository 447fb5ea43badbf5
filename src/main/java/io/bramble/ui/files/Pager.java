package io.bramble.ui.files;

import io.bramble.storage.ListRequest;
import io.bramble.storage.ObjectPage;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads a folder page by page as it is scrolled. What is shown stays until its successor has come. */
final class Pager {
    private static final int AHEAD_ROWS = 50;
    private static final int EXPECTED_ROWS = 6;

    private final Function<ListRequest, ObjectPage> store;
    private final Runnable changed;
    private final Consumer<RuntimeException> failed;
    private Listing listing = new Listing(Place.ROOT);
    private boolean stuck;
    private long asking;
    private @Nullable Thread reading;

    /** @param failed told once; scrolling does not try again, {@link #open} and {@link #reload} do */
    Pager(Function<ListRequest, ObjectPage> store, Runnable changed, Consumer<RuntimeException> failed) {
        this.store = store;
        this.changed = changed;
        this.failed = failed;
    }

    Listing listing() {
        return listing;
    }

    /** Rows to draw; as long as nothing is known of the place, a few stand for those to come. */
    int size() {
        return isExpected() ? EXPECTED_ROWS : listing.size();
    }

    private boolean isExpected() {
        return listing.pages() == 0 && !stuck;
    }

    void open(Place place) {
        replace(place, 1);
    }

    /** Reads what is shown anew, up to as many pages as are kept. */
    void reload() {
        replace(listing.place(), Math.clamp(listing.pages(), 1, Listing.KEPT_PAGES));
    }

    /** What the table draws, now; what is missing of it, and soon will be, is asked for. */
    List<Row> rows(int offset, int limit) {
        if (isExpected())
            return IntStream.range(offset, Math.min(offset + limit, EXPECTED_ROWS))
                    .mapToObj(Row::loading)
                    .toList();
        var lost = listing.lostPage(offset, limit);
        if (reading == null && !stuck) {
            if (lost >= 0) readAgain(lost);
            else if (listing.pages() > 0 && listing.hasMore() && offset + limit + AHEAD_ROWS >= listing.size())
                readNext();
        }
        return listing.rows(offset, limit);
    }

    private void replace(Place place, int pages) {
        if (reading != null) reading.interrupt();
        read(() -> first(place, pages), fresh -> listing = fresh);
    }

    private void readNext() {
        var request = listing.nextPage();
        read(() -> store.apply(request), listing::append);
    }

    private void readAgain(int page) {
        var request = listing.pageAgain(page);
        read(() -> store.apply(request), found -> listing.refill(page, found));
    }

    private Listing first(Place place, int pages) {
        var fresh = new Listing(place);
        while (fresh.pages() < pages && fresh.hasMore()) fresh.append(store.apply(fresh.nextPage()));
        return fresh;
    }

    /** An answer counts only if nothing was asked since. */
    private <T> void read(Supplier<T> remote, Consumer<T> then) {
        var asked = ++asking;
        reading = Beside.call(
                remote,
                answer -> {
                    if (asked != asking) return;
                    over(false);
                    then.accept(answer);
                    changed.run();
                },
                problem -> {
                    if (asked != asking) return;
                    over(true);
                    failed.accept(problem);
                });
    }

    private void over(boolean badly) {
        reading = null;
        stuck = badly;
    }
}
