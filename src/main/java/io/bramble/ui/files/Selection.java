package io.bramble.ui.files;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.dom.DomEvent;
import io.bramble.ui.parts.Notices;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Which rows are meant: those that are selected, else the one that has the focus. It stays while one scrolls, also when
 * the rows themselves are let go.
 */
final class Selection {
    static final int MOST = 10_000;

    private final Grid<Row> grid;
    private final Pager pager;
    private @Nullable Row everything;
    private Range last = Range.NONE;
    private long wishes;

    /** What was selected from a row on: another from there takes its place. */
    private record Range(int from, List<Row> rows) {
        static final Range NONE = new Range(-1, List.of());
    }

    Selection(Grid<Row> grid, Pager pager) {
        this.grid = grid;
        this.pager = pager;
    }

    /** As a rule for a job: the folder itself, whatever is in it by then. */
    void everythingIn(Place place) {
        var kind = place.isDeleted() ? Row.Kind.DELETED_FOLDER : Row.Kind.FOLDER;
        everything = new Row(place.prefix(), place.up().prefix().length(), kind, 0, null);
    }

    boolean isEverything() {
        return everything != null;
    }

    Set<Row> rows() {
        return everything == null ? grid.getSelectedItems() : Set.of(everything);
    }

    /** The key of the only row; null for none or several. */
    @Nullable
    String only() {
        var rows = rows();
        return rows.size() == 1 && !isEverything() ? rows.iterator().next().key() : null;
    }

    void clear() {
        wishes++;
        everything = null;
        last = Range.NONE;
        grid.deselectAll();
    }

    /** What a person did to a row, by mouse or keyboard. */
    void wish(String wish, int index, int from) {
        wishes++;
        switch (wish) {
            case "all" -> all();
            case "range" -> range(from, index);
            case "toggle" -> toggle(at(index));
            default -> only(at(index));
        }
    }

    /** The rows that a key is about. */
    Set<Row> meant(int index) {
        var selected = rows();
        return selected.isEmpty() ? Set.copyOf(at(index)) : selected;
    }

    /** A menu opened beside the selection is about that row alone. */
    Set<Row> meant(Row row) {
        if (!isEverything() && !grid.getSelectedItems().contains(row)) only(List.of(row));
        return rows();
    }

    List<Row> at(int index) {
        if (index < 0 || index >= pager.size()) return List.of();
        return pager.rows(index, 1).stream().filter(row -> !row.isLoading()).toList();
    }

    void only(Collection<Row> rows) {
        everything = null;
        last = Range.NONE;
        var others = new LinkedHashSet<>(grid.getSelectedItems());
        others.removeAll(rows);
        grid.asMultiSelect().updateSelection(new LinkedHashSet<>(rows), others);
    }

    private void toggle(List<Row> rows) {
        everything = null;
        last = Range.NONE;
        if (!rows.isEmpty() && grid.getSelectedItems().containsAll(rows)) rows.forEach(grid::deselect);
        else select(rows, List.of());
    }

    private void all() {
        last = Range.NONE;
        collect(0, pager.size(), rows -> select(rows, List.of()));
    }

    private void range(int from, int to) {
        if (from < 0 || to < 0) return;
        var first = Math.min(from, to);
        var count = Math.abs(from - to) + 1;
        collect(first, count, rows -> {
            select(rows, last.from() == from ? last.rows() : List.of());
            last = new Range(from, List.copyOf(rows));
        });
    }

    /** Rows that have to be read first come late: only if nothing else was wished meanwhile. */
    private void collect(int first, int count, Consumer<List<Row>> then) {
        var asked = wishes;
        pager.collect(first, Math.min(count, MOST + 1), rows -> {
            if (asked == wishes) then.accept(rows);
        });
    }

    /** Never more than a call can take; says so once. */
    private void select(List<Row> rows, List<Row> insteadOf) {
        everything = null;
        var fitting = new LinkedHashSet<>(grid.getSelectedItems());
        var gone = new LinkedHashSet<>(insteadOf);
        rows.forEach(gone::remove);
        fitting.removeAll(gone);
        var before = fitting.size();
        var added = new LinkedHashSet<Row>();
        for (var row : rows) if (!row.isLoading() && fitting.size() < MOST && fitting.add(row)) added.add(row);
        if (fitting.size() == MOST && added.size() < rows.size() && before + rows.size() > MOST)
            Notices.refused("10,000 files are selected, the most that can be. For more, select the folder itself.");
        grid.asMultiSelect().updateSelection(added, gone);
    }

    /** The parts of a "file-wish" of {@code keys.ts}. */
    record Wish(String wish, int index, int from, String key) {
        static final List<String> PARTS = List.of("wish", "index", "from", "key");

        static Wish of(DomEvent event) {
            var data = event.getEventData();
            return new Wish(
                    data.get("event.detail.wish").asString(),
                    data.get("event.detail.index").asInt(),
                    data.get("event.detail.from").asInt(),
                    data.get("event.detail.key").asString());
        }
    }
}
