package io.bramble.ui.files;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.bramble.ui.parts.Numbers;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** What is selected, and what can be done with it: in the place of the tools, so that no row moves. */
class SelectionBar extends Div {
    private final Span words = new Span();
    private final transient Map<Offer, Button> buttons = new LinkedHashMap<>();
    private final Button more = new Button(VaadinIcon.ELLIPSIS_DOTS_H.create());
    private final ContextMenu menu = new ContextMenu(more);
    private transient Runnable onAll = () -> {};
    private transient Runnable onEverything = () -> {};
    private final transient Supplier<Set<Row>> rows;
    private final transient List<Offer> offers;

    SelectionBar(List<Offer> offers, Supplier<Set<Row>> rows) {
        this.offers = offers;
        this.rows = rows;
        addClassName("selection-bar");
        getElement().setAttribute("role", "region").setAttribute("aria-label", "Selection");
        words.getElement().setAttribute("role", "status");
        add(words);
        offers.stream().filter(Offer::inBar).forEach(this::addButton);
        more.setAriaLabel("More for the selection");
        more.setTooltipText("More");
        more.getElement().setAttribute("aria-haspopup", "menu");
        menu.setOpenOnClick(true);
        add(more);
        setVisible(false);
    }

    private void addButton(Offer offer) {
        var button =
                new Button(offer.verb(), offer.icon().create(), _ -> offer.act().accept(rows.get()));
        buttons.put(offer, button);
        add(button);
    }

    /** Ways to select more or nothing. */
    void addWays(Runnable all, Runnable everything, Runnable nothing) {
        onAll = all;
        onEverything = everything;
        var clear = new Button(VaadinIcon.CLOSE_SMALL.create(), _ -> nothing.run());
        clear.addThemeVariants(ButtonVariant.TERTIARY);
        clear.setAriaLabel("Clear the selection");
        clear.setTooltipText("Clear the selection");
        add(clear);
    }

    /** @param isRule all that is in the place is meant, loaded or not */
    void show(boolean isRule, Place place) {
        var selected = rows.get();
        setVisible(!selected.isEmpty());
        if (selected.isEmpty()) return;
        words.setText(isRule ? place.everything() : words(selected));
        buttons.forEach((offer, button) -> button.setVisible(offer.fits().test(selected)));
        fillMenu(selected, isRule, place.isWholeFolder());
    }

    private void fillMenu(Set<Row> selected, boolean isRule, boolean mayRule) {
        menu.removeAll();
        if (!isRule) menu.addItem("Select all that is loaded", _ -> onAll.run());
        if (mayRule && !isRule) menu.addItem("Select everything here, loaded or not", _ -> onEverything.run());
        offers.stream()
                .filter(offer -> !offer.inBar() && offer.fits().test(selected))
                .forEach(offer ->
                        menu.addItem(RowMenu.line(offer), _ -> offer.act().accept(rows.get())));
        more.setVisible(!menu.getItems().isEmpty());
    }

    static String words(Collection<Row> rows) {
        var folders = rows.stream().filter(Row::isFolder).count();
        var files = rows.size() - folders;
        var bytes = rows.stream().mapToLong(row -> Math.max(0, row.sizeBytes())).sum();
        if (files == 0) return Numbers.count(folders, "folder") + " selected";
        var sized = Numbers.count(files, "file") + " selected, " + Numbers.bytes(bytes);
        return folders == 0 ? sized : sized + ", and " + Numbers.count(folders, "folder");
    }
}
