package io.bramble.ui.files;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads a place page by page as it is scrolled. What is shown stays until its successor has come. */
final class Pager {
    private static final int AHEAD_ROWS = 400;
    private static final int EXPECTED_ROWS = 6;
    private static final int MOST_EMPTY_PAGES = 20;
    private static final int MOST_PAGES = 1 + Listing.KEPT_ROWS / Listing.NEXT_ROWS;
    /** Where more has come into one page, the place is read anew. */
    private static final int MOST_INTO_ONE = 5;

    private final Source source;
    private final News news;
    private Place asked = Place.ROOT;
    private Listing listing = new Listing(asked);
    private Arrangement arrangement = Arrangement.PLAIN;
    private @Nullable List<Row> arranged;
    private boolean stuck;
    private long asking;
    private @Nullable Thread reading;

    /** Where rows come from; called beside the lock. */
    @FunctionalInterface
    interface Source {
        /** @param token null for the first page */
        Page read(Place place, @Nullable String token);
    }

    /**
     * What whoever draws the rows is told.
     *
     * @param changed any row may be another
     * @param grown there are more at the end
     * @param failed told once; scrolling does not try again, {@link #open} and {@link #reload} do
     */
    record News(Runnable changed, Runnable grown, Consumer<RuntimeException> failed) {}

    Pager(Source source, News news) {
        this.source = source;
        this.news = news;
    }

    Listing listing() {
        return listing;
    }

    /** Of the place that was asked for last. */
    Arrangement arrangement() {
        return arrangement;
    }

    /** Rows to draw; as long as nothing is known of the place, a few stand for those to come. */
    int size() {
        if (isExpected()) return EXPECTED_ROWS;
        return arranged == null ? listing.size() : arranged.size();
    }

    private boolean isExpected() {
        return listing.pages() == 0 && !stuck;
    }

    /** @param contains what is looked for within it from the beginning */
    void open(Place place, String contains) {
        asked = place;
        arrangement = Arrangement.PLAIN.containing(contains);
        replace(1);
    }

    /** Reads what is shown anew; in a long place the rows that are kept, since who has scrolled far is to stay there. */
    void reload() {
        if (!listing.place().equals(asked)) replace(1);
        else if (listing.size() <= Listing.KEPT_ROWS) replace(Math.clamp(listing.pages(), 1, MOST_PAGES));
        else readAgain(listing.keptPages());
    }

    void arrange(Arrangement next) {
        arrangement = next;
        changed();
    }

    /** Whether one may ask for more rows; a sorted view holds no more than are kept. */
    boolean mayGrow() {
        return listing.hasMore() && (arrangement.isPlain() || listing.size() < Listing.KEPT_ROWS);
    }

    void more() {
        if (reading == null && mayGrow()) readNext();
    }

    void stop() {
        if (reading != null) reading.interrupt();
    }

    /** What the table draws, now; what is missing of it, and soon will be, is asked for. */
    List<Row> rows(int offset, int most) {
        var limit = Math.clamp(size() - offset, 0, most); // the most may be all that an int can count
        if (isExpected())
            return IntStream.range(offset, Math.min(offset + limit, EXPECTED_ROWS))
                    .mapToObj(Row::loading)
                    .toList();
        if (arranged != null)
            return arranged.subList(Math.min(offset, arranged.size()), Math.min(offset + limit, arranged.size()));
        if (reading == null && !stuck) askFor(offset, limit);
        return listing.rows(offset, limit);
    }

    private void askFor(int offset, int limit) {
        var lost = listing.lostPage(offset, limit);
        if (lost >= 0) readAgain(List.of(lost));
        else if (listing.pages() > 0 && listing.size() > 0 && offset + limit + AHEAD_ROWS >= listing.size()) more();
    }

    /**
     * Brings rows of a part, also those that were let go.
     *
     * @param then with the lock held
     */
    void collect(int offset, int limit, Consumer<List<Row>> then) {
        if (arranged != null) {
            then.accept(rows(offset, limit));
            return;
        }
        new Collecting(listing, source).collect(offset, limit, then, news.failed());
    }

    private void replace(int pages) {
        var place = asked;
        stop();
        read(() -> first(place, pages), fresh -> {
            listing = fresh;
            changed();
        });
    }

    private void readNext() {
        var place = listing.place();
        var token = listing.nextToken();
        read(() -> source.read(place, token), found -> {
            listing.append(found);
            if (arrangement.isPlain() && listing.size() > 0) news.grown().run();
            else changed();
        });
    }

    /** @param pages the last first, since those behind one may get another number */
    private void readAgain(List<Integer> pages) {
        stop();
        var place = listing.place();
        var parts = pages.stream().map(listing::part).toList();
        read(() -> parts.stream().map(part -> readAll(place, part)).toList(), found -> {
            if (found.contains(List.<Page>of())) {
                replace(MOST_PAGES);
                return;
            }
            for (var at = 0; at < pages.size(); at++) listing.refill(pages.get(at), found.get(at));
            changed();
        });
    }

    /** @return nothing where it is too much */
    private List<Page> readAll(Place place, Part part) {
        var read = new ArrayList<>(List.of(source.read(place, part.token())));
        while (part.goesOnBehind(read.getLast()) && read.size() < MOST_INTO_ONE)
            read.add(source.read(place, read.getLast().next()));
        return part.goesOnBehind(read.getLast()) ? List.of() : read;
    }

    /** Pages without rows are no news; but a search without an end is none either. */
    private Listing first(Place place, int pages) {
        var fresh = new Listing(place);
        while (fresh.hasMore() && (fresh.pages() < pages || (fresh.size() == 0 && fresh.pages() < MOST_EMPTY_PAGES)))
            fresh.append(source.read(place, fresh.nextToken()));
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
                },
                problem -> {
                    if (asked != asking) return;
                    over(true);
                    news.failed().accept(problem);
                });
    }

    private void over(boolean badly) {
        reading = null;
        stuck = badly;
    }

    private void changed() {
        arranged = arrangement.isPlain() ? null : arrangement.of(listing.keptRows());
        news.changed().run();
    }
}
