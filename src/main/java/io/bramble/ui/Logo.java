package io.bramble.ui;

import com.vaadin.flow.component.Svg;

/** Seven drupelets and a leaf; the style sheet colours them for light and dark. */
class Logo extends Svg {
    private static final String DRAWING = """
            <svg viewBox="0 0 32 32" role="presentation"><path class="leaf"
            d="M16 10.2C15.2 5.6 18.6 1.8 25.2 1.6 25.6 7.2 21.8 10.6 16 10.2Z"/><g class="middle"><circle cx="16"
            cy="19" r="3.75"/></g><g class="upper"><circle cx="16" cy="12.8" r="3.75"/><circle cx="10.63" cy="15.9"
            r="3.75"/><circle cx="21.37" cy="15.9" r="3.75"/></g><g class="lower"><circle cx="21.37" cy="22.1"
            r="3.75"/><circle cx="16" cy="25.2" r="3.75"/><circle cx="10.63" cy="22.1" r="3.75"/></g></svg>""";

    Logo() {
        super(DRAWING);
        getElement().getClassList().add("logo");
    }
}
