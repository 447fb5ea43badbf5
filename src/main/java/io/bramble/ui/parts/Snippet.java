package io.bramble.ui.parts;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;

/** Lines to paste into a terminal or a program. */
public final class Snippet extends Div {
    public Snippet(String text) {
        addClassName("snippet");
        var lines = new Pre(text);
        lines.getElement().setAttribute("tabindex", "0");
        add(lines, new CopyButton("these lines", text));
    }
}
