package io.bramble.ui.files;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.contextmenu.GridContextMenu;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Set;

/** What can be done with the rows under the pointer: right click, a long touch, the menu key, a row's button. */
class RowMenu extends GridContextMenu<Row> {
    RowMenu(Grid<Row> grid, Selection selection, List<Offer> offers) {
        super(grid);
        setDynamicContentHandler(row -> {
            removeAll();
            if (row == null || row.isLoading()) return false;
            var meant = selection.meant(row);
            offers.stream().filter(offer -> offer.fits().test(meant)).forEach(offer -> add(offer, meant));
            return true;
        });
    }

    private void add(Offer offer, Set<Row> rows) {
        addItem(line(offer), _ -> offer.act().accept(rows));
    }

    static Component line(Offer offer) {
        var icon = offer.icon().create();
        icon.getElement().setAttribute("aria-hidden", "true");
        var verb = new Span(offer.verb());
        var line = new Span(icon, verb);
        line.addClassName("menu-line");
        if (!offer.key().isEmpty()) {
            var key = new Span(offer.keyText());
            key.addClassName("menu-key");
            line.add(key);
        }
        return line;
    }
}
