package io.bramble.ui.files;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Brings together rows of many pages, some of which were let go and are read again; none of them is kept. */
final class Collecting {
    private final Listing listing;
    private final Pager.Source source;

    Collecting(Listing listing, Pager.Source source) {
        this.listing = listing;
        this.source = source;
    }

    void collect(int offset, int limit, Consumer<List<Row>> then, Consumer<RuntimeException> failed) {
        var end = Math.min(listing.size(), offset + limit);
        if (listing.lostPage(offset, limit) < 0) {
            then.accept(listing.rows(offset, limit));
            return;
        }
        var pages = listing.pagesOf(offset, limit);
        var skipped = offset - listing.part(pages.getFirst()).firstRow();
        var ways = pages.stream().map(this::way).toList();
        Beside.call(
                () -> {
                    var rows = new ArrayList<Row>();
                    ways.forEach(way -> rows.addAll(way.get()));
                    return rows.subList(skipped, skipped + end - offset);
                },
                then,
                failed);
    }

    /** Decided with the lock held, gone without. */
    private Supplier<List<Row>> way(int page) {
        var known = listing.rowsOf(page);
        if (known != null) return () -> known;
        var place = listing.place();
        var part = listing.part(page);
        return () -> part.fitting(source.read(place, part.token()));
    }
}
