package io.bramble.ui.files;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridMultiSelectionModel;
import com.vaadin.flow.component.grid.GridMultiSelectionModel.SelectAllCheckboxVisibility;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import io.bramble.ui.parts.Dates;
import io.bramble.ui.parts.Numbers;
import io.bramble.ui.parts.Table;
import java.time.Clock;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** The rows of a folder: name, size, age; several can be selected. Draws no server component for a cell. */
class FileTable extends Composite<Table<Row>> {
    private static final String NAME = """
            <span class="file-name">
              <vaadin-icon icon=${item.icon} aria-hidden="true"></vaadin-icon>
              ${item.loading ? html`<span class="skeleton" role="img" aria-label="Loading"></span>`
                : item.href ? html`<a router-link href=${item.href} title=${item.name}><bdi>${item.name}</bdi></a>`
                : html`<button class="link" title="Download" @click=${download}><bdi>${item.name}</bdi></button>`}
              ${item.file ? html`<vaadin-button theme="tertiary small" class="download" title="Download"
                  aria-label=${`Download ${item.name}`} @click=${download}>
                  <vaadin-icon icon="vaadin:download-alt"></vaadin-icon></vaadin-button>` : ''}
            </span>""";

    private static final int SHORT = 31;

    private final transient Clock clock;
    private final transient Pager pager;

    /** @param links to a folder, relative to the console */
    FileTable(Pager pager, Clock clock, Function<Place, String> links, Consumer<Row> download) {
        this.clock = clock;
        this.pager = pager;
        var table = getContent();
        table.setSelectionMode(Grid.SelectionMode.MULTI);
        ((GridMultiSelectionModel<Row>) table.getSelectionModel())
                .setSelectAllCheckboxVisibility(SelectAllCheckboxVisibility.HIDDEN);
        table.setItemSelectableProvider(row -> row.kind() != Row.Kind.LOADING);
        table.addColumn(name(links, download)).setHeader("Name").setFlexGrow(1);
        table.addNumber("Size", FileTable::size, FileTable::exactSize)
                .setWidth("7rem")
                .setAutoWidth(false);
        var modified = table.addText("Modified", this::modified, FileTable::exactlyModified);
        modified.setWidth("9rem").setAutoWidth(false).setFlexGrow(0);
        table.roomy(modified);
        table.setItems(new CallbackDataProvider<>(
                query -> pager.rows(query.getOffset(), query.getLimit()).stream(), _ -> pager.size(), Row::key));
    }

    @Override
    protected Table<Row> initContent() {
        return new Table<>("Files");
    }

    /** A short folder is as tall as its rows. */
    void redraw() {
        getContent().setAllRowsVisible(pager.size() <= SHORT && !pager.listing().hasMore());
        getContent().getDataProvider().refreshAll();
    }

    void setEmpty(Component state) {
        getContent().setEmptyStateComponent(state);
    }

    Set<Row> selected() {
        return getContent().getSelectedItems();
    }

    /** All rows that are loaded, as the footer counts them. */
    void selectAll() {
        getContent()
                .asMultiSelect()
                .select(pager.rows(0, pager.size()).stream()
                        .filter(row -> row.kind() != Row.Kind.LOADING)
                        .toList());
    }

    void clearSelection() {
        getContent().deselectAll();
    }

    void onSelection(Runnable changed) {
        getContent().addSelectionListener(_ -> changed.run());
    }

    private static Renderer<Row> name(Function<Place, String> links, Consumer<Row> download) {
        return LitRenderer.<Row>of(NAME)
                .withProperty("icon", FileTable::icon)
                .withProperty("name", row -> FileNames.visible(row.name()))
                .withProperty("href", row -> row.isFolder() ? links.apply(Place.folder(row.key())) : "")
                .withProperty("file", Row::isFile)
                .withProperty("loading", row -> row.kind() == Row.Kind.LOADING)
                .withFunction("download", download::accept);
    }

    private static String icon(Row row) {
        return switch (row.kind()) {
            case FOLDER -> "vaadin:folder";
            case FILE -> "vaadin:file-o";
            case LOADING -> "vaadin:ellipsis-dots-h";
        };
    }

    private static String size(Row row) {
        return row.isFile() ? Numbers.bytes(row.sizeBytes()) : "";
    }

    private static String exactSize(Row row) {
        return row.isFile() ? Numbers.exact(row.sizeBytes()) : "";
    }

    private String modified(Row row) {
        return row.modifiedAt() == null ? "" : Dates.relative(row.modifiedAt(), clock.instant());
    }

    private static String exactlyModified(Row row) {
        return row.modifiedAt() == null ? "" : Dates.exact(row.modifiedAt());
    }
}
