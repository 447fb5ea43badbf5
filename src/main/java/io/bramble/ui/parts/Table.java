package io.bramble.ui.parts;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.signals.Signal;
import org.jspecify.annotations.Nullable;

/**
 * A list as all screens draw it: read by the page, cells without server components, less important columns left out
 * where there is no room.
 */
@Uses(Badge.class)
@Uses(Button.class)
@Uses(Icon.class)
public final class Table<T> extends Grid<T> {
    private static final int NARROW_PIXELS = 720;
    private static final int MOST_AT_ONCE = 1000;
    private static final int SHORT = 31;
    /** A badge is wider than the text that was there before the browser knew what a badge is. */
    private static final String MEASURE_BADGES = "customElements.whenDefined('vaadin-badge')"
            + ".then(() => requestAnimationFrame(() => setTimeout(() => this.recalculateColumnWidths())))";

    private @Nullable Rows<T> rows;

    /** Reads rows {@code offset} to {@code offset + limit}, fewer at the end. */
    public interface Rows<T> extends java.io.Serializable {
        java.util.List<T> slice(int offset, int limit);
    }

    public Table(String label) {
        setAriaLabel(label);
        addClassName("table");
        setSelectionMode(SelectionMode.NONE);
    }

    public void setRows(Rows<T> rows) {
        this.rows = rows;
        setItems(query -> rows.slice(query.getOffset(), Math.min(query.getLimit(), MOST_AT_ONCE)).stream());
        fit(rows);
    }

    public void reload() {
        if (rows != null) fit(rows);
        getDataProvider().refreshAll();
        recalculateColumnWidths();
    }

    /** A short list is as tall as its rows; a long one scrolls by itself, and nobody counts it. */
    private void fit(Rows<T> rows) {
        var count = rows.slice(0, SHORT + 1).size();
        var isShort = count <= SHORT;
        setAllRowsVisible(isShort);
        if (isShort) getLazyDataView().setItemCountCallback(_ -> count);
        else getLazyDataView().setItemCountUnknown();
    }

    public Column<T> addText(String header, ValueProvider<T, String> text) {
        return addColumn(text).setHeader(header).setKey(header).setAutoWidth(true);
    }

    /** Text with the whole truth in its tooltip. */
    public Column<T> addText(String header, ValueProvider<T, String> text, ValueProvider<T, String> exact) {
        return addColumn(LitRenderer.<T>of("<span title=${item.exact}>${item.text}</span>")
                        .withProperty("text", text)
                        .withProperty("exact", exact))
                .setHeader(header)
                .setKey(header)
                .setAutoWidth(true);
    }

    public Column<T> addNumber(String header, ValueProvider<T, String> text, ValueProvider<T, String> exact) {
        return addText(header, text, exact).setTextAlign(ColumnTextAlign.END).setFlexGrow(0);
    }

    /** Text that leads to another page of the console. */
    public Column<T> addLink(String header, ValueProvider<T, String> text, ValueProvider<T, String> path) {
        return addColumn(LitRenderer.<T>of("<a router-link href=${item.path}>${item.text}</a>")
                        .withProperty("text", text)
                        .withProperty("path", path))
                .setHeader(header)
                .setKey(header)
                .setAutoWidth(true);
    }

    public Column<T> addCode(String header, ValueProvider<T, String> text) {
        return addColumn(LitRenderer.<T>of("<code>${item.text}</code>").withProperty("text", text))
                .setHeader(header)
                .setKey(header)
                .setAutoWidth(true);
    }

    /** @param theme success, warning, error or nothing */
    public Column<T> addBadge(String header, ValueProvider<T, String> text, ValueProvider<T, String> theme) {
        getElement().executeJs(MEASURE_BADGES);
        return addColumn(LitRenderer.<T>of("<vaadin-badge theme=${item.theme}>${item.text}</vaadin-badge>")
                        .withProperty("text", text)
                        .withProperty("theme", theme))
                .setHeader(header)
                .setKey(header)
                .setAutoWidth(true)
                .setFlexGrow(0);
    }

    /** A button at the end of each row that offers it. */
    public Column<T> addAction(String verb, ValueProvider<T, Boolean> offered, SerializableConsumer<T> action) {
        return addColumn(LitRenderer.<T>of("<vaadin-button theme='tertiary small' ?hidden=${!item.offered}"
                                + " @click=${act}>${item.verb}</vaadin-button>")
                        .withProperty("verb", _ -> verb)
                        .withProperty("offered", offered)
                        .withFunction("act", action))
                .setKey(verb)
                .setAutoWidth(true)
                .setFlexGrow(0)
                .setTextAlign(ColumnTextAlign.END);
    }

    /** Shows these columns only where there is room for them. */
    @SafeVarargs
    public final void roomy(Column<T>... columns) {
        Signal.effect(this, () -> {
            var width =
                    UI.getCurrentOrThrow().getPage().windowSizeSignal().get().width();
            for (var column : columns) column.setVisible(width == 0 || width >= NARROW_PIXELS); // 0: not known yet
        });
    }
}
