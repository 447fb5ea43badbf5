package io.bramble.ui.parts;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;

/** A value in monospace with a button that copies it. */
public final class CopyField extends Div {
    public CopyField(String what, String text) {
        addClassName("copy-field");
        var value = new Code(text);
        value.getElement().setAttribute("title", text);
        add(value, new CopyButton(what, text));
    }
}
