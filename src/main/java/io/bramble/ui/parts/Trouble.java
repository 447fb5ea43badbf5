package io.bramble.ui.parts;

import com.vaadin.flow.component.html.Paragraph;

/** What is wrong with something, said where it is shown. */
public final class Trouble extends Paragraph {
    public Trouble(String text) {
        super(text);
        addClassName("problem");
    }
}
