package io.bramble.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;

/** A titled part of a page. */
public final class Panel extends Section {
    private final Header header = new Header();

    public Panel(String title, Component... content) {
        addClassName("panel");
        var words = new Div(new H2(title));
        header.add(words);
        add(header);
        add(content);
    }

    /** A line below the title. */
    public Panel withLine(String text) {
        ((Div) header.getComponentAt(0)).add(new Paragraph(text));
        return this;
    }

    /** A button at the end of the title's line. */
    public Panel withAction(Component action) {
        header.add(action);
        return this;
    }
}
