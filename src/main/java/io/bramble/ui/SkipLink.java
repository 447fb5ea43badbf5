package io.bramble.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;

/** The first stop of the Tab key: past the navigation, to what the page is about. */
class SkipLink extends NativeButton {
    SkipLink(Div content) {
        super("Skip to content", _ -> content.getElement().callJsFunction("focus"));
        addClassName("skip-link");
        content.getElement().setAttribute("tabindex", "-1");
    }
}
