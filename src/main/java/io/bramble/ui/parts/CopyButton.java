package io.bramble.ui.parts;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.icon.VaadinIcon;

/** Copies a text in the browser, shows a check mark for two seconds and says "Copied" to screen readers. */
@JsModule("./copying.ts")
public final class CopyButton extends Button {
    /** @param what completes "Copy …", as in "endpoint" */
    public CopyButton(String what, String text) {
        addClassName("copy-button");
        addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        setAriaLabel("Copy " + what);
        setTooltipText("Copy " + what);
        setPrefixComponent(VaadinIcon.COPY_O.create());
        setSuffixComponent(VaadinIcon.CHECK.create());
        getElement().setAttribute("data-copy", text);
    }
}
