package io.bramble.ui.files;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridMultiSelectionModel;
import com.vaadin.flow.component.grid.GridMultiSelectionModel.SelectAllCheckboxVisibility;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import io.bramble.ui.parts.Dates;
import io.bramble.ui.parts.Numbers;
import io.bramble.ui.parts.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of a place: name, size, age; several can be selected. Draws no server component for a cell. */
@JsModule("./components/files/long-table.ts")
class FileTable extends Composite<Table<Row>> {
    private static final String NAME = """
            <span class="file-name">
              <svg viewBox="0 0 16 16" aria-hidden="true"><path d=${item.icon}/></svg>
              ${item.loading ? html`<span class="skeleton" role="img" aria-label="Loading"></span>`
                : item.href ? html`<a router-link href=${item.href} title=${item.name}><bdi>${item.name}</bdi></a>`
                : item.file ? html`<button class="link" title=${item.name} @click=${open}><bdi>${item.name}</bdi></button>`
                : html`<bdi title=${item.name}>${item.name}</bdi>`}
            </span>""";

    /** Buttons and icons of the browser itself: a row of components takes it several times as long to style. */
    private static final String ACTS = """
            ${item.file ? html`<button class="row-act download" title="Download" aria-label=${`Download ${item.name}`}
                @click=${download}><svg viewBox="0 0 16 16" aria-hidden="true"><path d="M0 14h16v2H0zM8 13l5-5h-3V0H6v8H3z"/></svg>
              </button>` : ''}
            ${item.loading ? '' : html`<button class="row-act" title="More" aria-label=${`More about ${item.name}`}
                aria-haspopup="menu" @click=${(e) => window.brambleOpenMenu(e)}><svg viewBox="0 0 16 16" aria-hidden="true"><path
                d="M6 6h4v4H6zM0 6h4v4H0zM12 6h4v4h-4z"/></svg></button>`}""";

    private static final Comparator<Row> BY_TIME =
            Comparator.comparing(row -> row.modifiedAt() == null ? Instant.MIN : row.modifiedAt());
    private static final int SHORT = 8;

    private final transient Clock clock;
    private final transient Pager pager;
    private final Grid.Column<Row> modified;

    /** What a row leads to: a folder's address, relative to the console; a file's details; its bytes. */
    record Ways(Function<Place, String> folder, Consumer<Row> open, Consumer<Row> download) {}

    FileTable(Pager pager, Clock clock, Ways ways) {
        this.clock = clock;
        this.pager = pager;
        var table = getContent();
        table.addClassName("file-table");
        table.setSelectionMode(Grid.SelectionMode.MULTI);
        ((GridMultiSelectionModel<Row>) table.getSelectionModel())
                .setSelectAllCheckboxVisibility(SelectAllCheckboxVisibility.HIDDEN);
        table.setItemSelectableProvider(row -> !row.isLoading());
        sortable(table.addColumn(name(ways)).setHeader("Name").setFlexGrow(1), nameOrder());
        var size = table.addNumber("Size", FileTable::size, FileTable::exactSize);
        sortable(size.setWidth("7rem").setAutoWidth(false), Comparator.comparingLong(Row::sizeBytes));
        modified = table.addText("Modified", this::modified, FileTable::exactlyModified);
        sortable(modified.setWidth("9rem").setAutoWidth(false).setFlexGrow(0), BY_TIME);
        table.addColumn(acts(ways))
                .setKey("acts")
                .setWidth("var(--file-acts)")
                .setFlexGrow(0)
                .setTextAlign(com.vaadin.flow.component.grid.ColumnTextAlign.END);
        table.roomy(modified);
        table.setItems(new CallbackDataProvider<>(
                query -> pager.rows(query.getOffset(), query.getLimit()).stream(), _ -> pager.size(), Row::key));
    }

    @Override
    protected Table<Row> initContent() {
        return new Table<>("Files");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        getContent().getElement().executeJs("window.brambleLongTable(this)");
    }

    Table<Row> grid() {
        return getContent();
    }

    void redraw() {
        fit();
        getContent().getElement().setAttribute("data-order", order());
        getContent().getDataProvider().refreshAll();
    }

    /** Another for each place and order of its rows, so that no range begins where one was before. */
    private String order() {
        return String.valueOf(Objects.hash(pager.listing().place(), pager.arrangement()));
    }

    /** More rows at the end: those that are drawn stay as they are. */
    void grow() {
        fit();
        getContent().getLazyDataView().setItemCountCallback(_ -> pager.size());
    }

    /** A short folder is as tall as its rows. */
    private void fit() {
        getContent().setAllRowsVisible(pager.size() <= SHORT && !pager.listing().hasMore());
    }

    void setEmpty(Component state) {
        getContent().setEmptyStateComponent(state);
    }

    void open(Place place) {
        unsort();
        modified.setHeader(place.isDeleted() ? "Deleted" : "Modified");
        getContent().scrollToStart();
    }

    /** Back in the store's order, which no header says. */
    void unsort() {
        if (!getContent().getSortOrder().isEmpty()) getContent().sort(List.of());
    }

    /** @param sorted null for the store's order */
    void onSort(Consumer<@Nullable Comparator<Row>> sorted) {
        getContent().addSortListener(event -> sorted.accept(comparator(event.getSortOrder())));
    }

    private static @Nullable Comparator<Row> comparator(List<GridSortOrder<Row>> orders) {
        if (orders.isEmpty()) return null;
        var first = orders.getFirst();
        var comparator = first.getSorted().getComparator(SortDirection.ASCENDING);
        return first.getDirection() == SortDirection.ASCENDING ? comparator : comparator.reversed();
    }

    /** With a lazy source the table itself sorts nothing. */
    private static void sortable(Grid.Column<Row> column, Comparator<Row> order) {
        column.setSortable(true).setComparator(order);
    }

    private static Comparator<Row> nameOrder() {
        return Comparator.comparing(row -> row.name().toLowerCase(Locale.ROOT));
    }

    private static Renderer<Row> name(Ways ways) {
        return LitRenderer.<Row>of(NAME)
                .withProperty("icon", FileTable::icon)
                .withProperty("name", row -> FileNames.visible(row.name()))
                .withProperty("href", row -> row.isFolder() ? ways.folder().apply(Place.folder(row.key())) : "")
                .withProperty("file", Row::isFile)
                .withProperty("loading", Row::isLoading)
                .withFunction("open", ways.open()::accept);
    }

    private static Renderer<Row> acts(Ways ways) {
        return LitRenderer.<Row>of(ACTS)
                .withProperty("name", row -> FileNames.visible(row.name()))
                .withProperty("file", Row::isFile)
                .withProperty("loading", Row::isLoading)
                .withFunction("download", ways.download()::accept);
    }

    private static String icon(Row row) {
        return switch (row.kind()) {
            case FOLDER -> FileIcons.FOLDER;
            case FILE -> FileIcons.of(row.name());
            case DELETED, DELETED_FOLDER -> FileIcons.REMOVED;
            case LOADING -> FileIcons.LOADING;
        };
    }

    private static String size(Row row) {
        return hasSize(row) ? Numbers.bytes(row.sizeBytes()) : "";
    }

    private static String exactSize(Row row) {
        return hasSize(row) ? Numbers.exact(row.sizeBytes()) : "";
    }

    private static boolean hasSize(Row row) {
        return row.isFile() || (row.isDeleted() && row.sizeBytes() >= 0);
    }

    private String modified(Row row) {
        return row.modifiedAt() == null ? "" : Dates.relative(row.modifiedAt(), clock.instant());
    }

    private static String exactlyModified(Row row) {
        return row.modifiedAt() == null ? "" : Dates.exact(row.modifiedAt());
    }
}
