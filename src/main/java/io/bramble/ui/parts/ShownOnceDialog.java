package io.bramble.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;

/** Something that cannot be shown again: closes only when the person says that it is saved. */
public final class ShownOnceDialog extends Dialog {
    public ShownOnceDialog(String title, String what, Component... content) {
        super(title);
        setWidth("min(44rem, 94vw)");
        setCloseOnEsc(false);
        setCloseOnOutsideClick(false);
        var warning = new Paragraph("The " + what + " is shown only now. Save it where your program finds it.");
        warning.addClassName("shown-once");
        add(warning);
        add(content);
        var done = new Button("Done", _ -> close());
        done.addThemeVariants(ButtonVariant.PRIMARY);
        done.setEnabled(false);
        var saved = new Checkbox("I have saved it", event -> done.setEnabled(event.getValue()));
        getFooter().add(saved, done);
    }
}
