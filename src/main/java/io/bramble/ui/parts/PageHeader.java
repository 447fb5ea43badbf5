package io.bramble.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;

/** A page's title, a line about it, and its actions at the end. */
public final class PageHeader extends Header {
    private final Div words = new Div();
    private final Div actions = new Div();

    public PageHeader(String title) {
        addClassName("page-header");
        actions.addClassName("page-actions");
        words.add(new H1(title));
        add(words, actions);
    }

    public PageHeader withLine(String text) {
        words.add(new Paragraph(text));
        return this;
    }

    public PageHeader withActions(Component... components) {
        actions.add(components);
        return this;
    }
}
