package io.bramble.ui.parts;

import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;

/** Text that a list is searched by, told a moment after the last letter; the "/" key leads here. */
public final class SearchField extends TextField {
    /** @param what follows "Search", as in "buckets by name" */
    public SearchField(String what, SerializableConsumer<String> typed) {
        setPlaceholder("Search " + what);
        setAriaLabel("Search " + what);
        setPrefixComponent(VaadinIcon.SEARCH.create());
        setClearButtonVisible(true);
        setValueChangeMode(ValueChangeMode.LAZY);
        addClassName("search");
        getElement().setAttribute("data-shortcut", "/");
        addValueChangeListener(change -> {
            if (change.isFromClient()) typed.accept(change.getValue().strip());
        });
    }
}
