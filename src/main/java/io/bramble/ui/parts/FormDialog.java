package io.bramble.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.shared.HasValidationProperties;
import io.bramble.account.InvalidField;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A few fields and a verb. What a module refuses is said at the field it names; Enter is the verb. */
public abstract class FormDialog extends Dialog {
    /** What a list has made of Enter, or a button will make of it, is not the verb's as well. */
    private static final String ENTER_ONCE = """
            this.addEventListener('keydown', event => event.key === 'Enter'
              && (event.defaultPrevented || this.localName === 'vaadin-button') && event.stopPropagation())""";

    private final Map<String, HasValidationProperties> fields = new HashMap<>();
    private final Div form = new Div();
    protected final Button verb;

    @SuppressWarnings("this-escape") // subclasses override nothing that is called here
    protected FormDialog(String title, String verb) {
        super(title);
        setWidth("min(34rem, 94vw)");
        form.addClassName("form");
        add(form);
        this.verb = new Button(verb, _ -> trySubmit());
        this.verb.addThemeVariants(ButtonVariant.PRIMARY);
        this.verb.addClickShortcut(Key.ENTER).resetFocusOnActiveElement();
        var cancel = new Button("Cancel", _ -> close());
        getFooter().add(cancel, this.verb);
        List.of(form, cancel, this.verb).forEach(part -> part.getElement().executeJs(ENTER_ONCE));
    }

    /** Does it, and closes the dialog unless there is more to show. */
    protected abstract void submit();

    /** @param name as {@link InvalidField#field()} calls it */
    protected <F extends Component & HasValidationProperties> void addField(String name, F field) {
        fields.put(name, field);
        form.add(field);
    }

    protected void addText(Component text) {
        form.add(text);
    }

    private void trySubmit() {
        fields.values().forEach(field -> field.setInvalid(false));
        try {
            submit();
        } catch (InvalidField refusal) {
            refuse(refusal);
        }
    }

    /** Says it at its field; for what was refused later than {@link #submit()}, too. */
    protected void refuse(InvalidField refusal) {
        var field = fields.get(refusal.field());
        if (field == null) throw refusal;
        field.setErrorMessage(refusal.getMessage());
        field.setInvalid(true);
    }
}
