package io.bramble.ui.parts;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.server.Command;

/** Asks before something is gone for good. The focus is on Cancel: a key pressed too often does no harm. */
public final class Question extends ConfirmDialog {
    /** The dialog gives the focus to the verb by itself, sooner or later: back, as long as the person has done nothing. */
    private static final String FOCUS = """
            const dialog = this.closest('vaadin-confirm-dialog');
            let untouched = true;
            for (const act of ['keydown', 'pointerdown'])
              dialog.addEventListener(act, () => (untouched = false), { once: true, capture: true });
            dialog.addEventListener('focusin', ({ target }) => untouched && target !== this && this.focus());
            this.focus();""";

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
