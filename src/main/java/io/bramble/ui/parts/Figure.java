package io.bramble.ui.parts;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.shared.Tooltip;

/** One number of a page: what it is, the number, and how old it is or what it is out of. */
public final class Figure extends Div {
    private final Span number;

    public Figure(String name, String number, String note) {
        addClassName("figure");
        this.number = new Span(number);
        this.number.addClassName("figure-number");
        var label = new Span(name);
        label.addClassName("figure-name");
        var below = new Span(note);
        below.addClassName("figure-note");
        add(label, this.number, below);
    }

    /** The number with all its digits. */
    public Figure withExact(String text) {
        Tooltip.forComponent(number).setText(text);
        return this;
    }
}
