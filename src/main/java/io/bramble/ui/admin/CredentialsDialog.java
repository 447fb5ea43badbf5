package io.bramble.ui.admin;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.bramble.account.Operator;
import io.bramble.provisioning.EngineView;
import io.bramble.provisioning.ExternalEngines;
import io.bramble.storage.SecretKey;
import io.bramble.ui.parts.FormDialog;
import io.bramble.ui.parts.Notices;

/** New root credentials of a server, after they were changed there. */
class CredentialsDialog extends FormDialog {
    private final transient ExternalEngines engines;
    private final Operator acting;
    private final EngineView engine;
    private final Runnable changed;
    private final TextField rootUser = new TextField("Root user");
    private final PasswordField rootSecret = new PasswordField("Root secret");

    CredentialsDialog(ExternalEngines engines, Operator acting, EngineView engine, Runnable changed) {
        super("Credentials of " + engine.cluster(), "Change credentials");
        this.engines = engines;
        this.acting = acting;
        this.engine = engine;
        this.changed = changed;
        verb.setDisableOnClick(true);
        rootUser.getElement().setAttribute("autocomplete", "off");
        rootSecret.getElement().setAttribute("autocomplete", "new-password");
        addText(new Paragraph("Change them on the server first. They are tried out before they replace the old ones."));
        addField("rootUser", rootUser);
        addField("rootSecret", rootSecret);
    }

    @Override
    protected void submit() {
        try {
            engines.credentials(acting, engine.id(), rootUser.getValue(), SecretKey.of(rootSecret.getValue()));
        } finally {
            verb.setEnabled(true);
        }
        close();
        changed.run();
        Notices.done("The new credentials of " + engine.cluster() + " are in use.");
    }
}
