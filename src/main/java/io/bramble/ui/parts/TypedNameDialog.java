package io.bramble.ui.parts;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;

/** Asks before what has no way back, or a long one: says what goes, and wants the name of it typed. */
public abstract class TypedNameDialog extends FormDialog {
    protected final TextField name;

    /** @param goal as in "Type photos to delete it" */
    @SuppressWarnings("this-escape") // subclasses override nothing that is called here
    protected TypedNameDialog(String title, String verb, String name, String goal, String consequence) {
        super(title, verb);
        this.name = new TextField("Type " + name + " to " + goal + " it");
        this.verb.addThemeVariants(ButtonVariant.ERROR);
        this.verb.setEnabled(false);
        this.name.setValueChangeMode(ValueChangeMode.EAGER);
        this.name.setAutofocus(true);
        this.name.addValueChangeListener(
                typed -> this.verb.setEnabled(typed.getValue().strip().equals(name.strip())));
        addText(new Paragraph(consequence));
        addField("name", this.name);
    }
}
