package io.bramble.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;

/** What belongs here, and the one thing to do about it. */
public final class EmptyState extends Div {
    public EmptyState(VaadinIcon icon, String title, String text, Component... next) {
        addClassName("empty-state");
        var picture = icon.create();
        picture.addClassName("empty-icon");
        add(picture, new H2(title), new Paragraph(text));
        add(next);
    }
}
