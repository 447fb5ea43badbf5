package io.bramble.ui.files;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Where one types what one looks for, and says how far to look. The store can look for beginnings only. */
class SearchBox extends Div {
    private static final int TYPING_MILLIS = 250;

    private final TextField text = new TextField();
    private final Select<Way> way = new Select<>();
    private final transient BiConsumer<Place, String> search;
    private final transient Consumer<String> within;
    private Place place = Place.ROOT;

    private enum Way {
        HERE("Starts with"),
        BELOW("All below"),
        LOADED("In loaded");

        private final String words;

        Way(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /**
     * @param search asks the store, and looks within what comes
     * @param within looks for names that hold the text among those that are loaded
     */
    SearchBox(BiConsumer<Place, String> search, Consumer<String> within) {
        this.search = search;
        this.within = within;
        addClassName("search-box");
        way.setItems(Way.values());
        way.setItemLabelGenerator(Way::words);
        way.setValue(Way.HERE);
        way.setAriaLabel("How to search");
        way.addValueChangeListener(event -> {
            if (event.isFromClient()) changed();
        });
        text.setPlaceholder("Search");
        text.setAriaLabel("Search for names");
        text.setPrefixComponent(VaadinIcon.SEARCH.create());
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(TYPING_MILLIS);
        text.getElement().setAttribute("data-shortcut", "/");
        text.setTooltipText("Enter searches all folders below");
        text.addValueChangeListener(event -> {
            if (event.isFromClient()) changed();
        });
        text.addKeyPressListener(Key.ENTER, _ -> below());
        add(way, text);
    }

    /** Another place has its own text; what is asked within it begins anew. */
    void show(Place shown) {
        if (shown.equals(place)) return;
        place = shown;
        text.setValue(shown.startsWith());
        way.setValue(shown.scope() == Place.Scope.BELOW ? Way.BELOW : Way.HERE);
    }

    private void below() {
        if (way.getValue() != Way.HERE || place.isDeleted()) return;
        way.setValue(Way.BELOW);
        changed();
    }

    private void changed() {
        var loaded = way.getValue() == Way.LOADED;
        var contained = loaded ? text.getValue() : "";
        var wished = place.isDeleted()
                ? place
                : place.in(way.getValue() == Way.BELOW ? Place.Scope.BELOW : Place.Scope.FOLDER);
        wished = wished.startingWith(loaded ? "" : text.getValue());
        if (wished.equals(place)) {
            within.accept(contained);
            return;
        }
        place = wished;
        search.accept(wished, contained);
    }
}
