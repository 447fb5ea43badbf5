package io.bramble.ui.buckets;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** One of several things that are set, with what can be done to it. */
final class Line extends Div {
    private final String text;

    Line(String text) {
        this.text = text;
        addClassName("setting-line");
        add(new Span(text));
    }

    Line with(String verb, Runnable action) {
        var button = new Button(verb, _ -> action.run());
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.setAriaLabel(verb + ": " + text);
        add(button);
        return this;
    }
}
