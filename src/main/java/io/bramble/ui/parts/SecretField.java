package io.bramble.ui.parts;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;

/** A secret, masked until asked for; copied while masked. */
public final class SecretField extends Div {
    private static final String MASK = "•".repeat(24);

    public SecretField(String what, String secret) {
        addClassName("copy-field");
        var value = new Code(MASK);
        var toggle = new Button("Show");
        toggle.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        toggle.addClickListener(_ -> {
            var masked = value.getText().equals(MASK);
            value.setText(masked ? secret : MASK);
            toggle.setText(masked ? "Hide" : "Show");
        });
        add(value, toggle, new CopyButton(what, secret));
    }
}
