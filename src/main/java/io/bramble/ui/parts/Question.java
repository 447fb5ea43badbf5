package io.bramble.ui.parts;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.server.Command;

/** Asks before something is gone for good. The focus is on Cancel: a key pressed too often does no harm. */
public final class Question extends ConfirmDialog {
    /** After the dialog has given the focus to the verb, as it does by itself. */
    private static final String FOCUS = "setTimeout(() => requestAnimationFrame(() => this.focus()))";

    public Question(String header, String text, String verb, Command then) {
        setHeader(header);
        setText(text);
        var cancel = new Button("Cancel");
        setCancelable(true);
        setCancelButton(cancel);
        setConfirmText(verb);
        setConfirmButtonTheme("error primary");
        addConfirmListener(_ -> then.execute());
        addOpenedChangeListener(change -> {
            if (change.isOpened()) cancel.getElement().executeJs(FOCUS);
        });
    }
}
