package io.bramble.ui.buckets;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** One of several things that are set, with what can be done to it. */
final class Line extends Div {
    private final String text;
    private final Div verbs = new Div();

    Line(String text) {
        this.text = text;
        addClassName("setting-line");
        verbs.addClassName("setting-verbs");
        add(new Span(text), verbs);
    }

    Line with(String verb, Runnable action) {
        var button = new Button(verb, _ -> action.run());
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.setAriaLabel(verb + ": " + text);
        verbs.add(button);
        return this;
    }
}
