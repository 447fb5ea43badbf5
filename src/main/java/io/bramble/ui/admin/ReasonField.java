package io.bramble.ui.admin;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;

/** Why an operator changes something. */
class ReasonField extends TextField {
    ReasonField() {
        super("Reason");
        setValueChangeMode(ValueChangeMode.EAGER);
        setHelperText("Kept in the audit trail.");
    }
}
