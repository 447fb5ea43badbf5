package io.bramble.ui.files;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Says why what is shown may be old. The page stays. */
class Banner extends Div {
    private final Span words = new Span();

    Banner(Runnable retry) {
        addClassName("banner");
        getElement().setAttribute("role", "alert");
        var again = new Button("Try again", _ -> retry.run());
        again.addThemeVariants(ButtonVariant.SMALL);
        add(words, again);
        hide();
    }

    void show(String text) {
        words.setText(text);
        setVisible(true);
    }

    void hide() {
        setVisible(false);
    }
}
