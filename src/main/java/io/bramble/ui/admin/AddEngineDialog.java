package io.bramble.ui.admin;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.bramble.account.Operator;
import io.bramble.provisioning.Checkup;
import io.bramble.provisioning.ExternalEngines;
import io.bramble.provisioning.NewEngine;
import io.bramble.storage.SecretKey;
import io.bramble.ui.parts.Facts;
import io.bramble.ui.parts.FormDialog;
import io.bramble.ui.parts.Notices;
import io.bramble.ui.parts.Numbers;
import org.jspecify.annotations.Nullable;

/** A server by its address: tried out first, taken when its operator has seen what it can do. */
class AddEngineDialog extends FormDialog {
    private final transient ExternalEngines engines;
    private final Operator acting;
    private final Runnable added;
    private final TextField name = new TextField("Name");
    private final TextField endpoint = new TextField("S3 endpoint");
    private final TextField adminEndpoint = new TextField("Administration address, if it is another");
    private final TextField region = new TextField("Region");
    private final TextField rootUser = new TextField("Root user");
    private final PasswordField rootSecret = new PasswordField("Root secret");
    private final Div result = new Div();
    private transient @Nullable NewEngine checked;

    AddEngineDialog(ExternalEngines engines, Operator acting, Runnable added) {
        super("Add a server", "Try it out");
        this.engines = engines;
        this.acting = acting;
        this.added = added;
        verb.setDisableOnClick(true);
        endpoint.setPlaceholder("https://s3.example.org");
        endpoint.setHelperText("What programs and browsers will use.");
        adminEndpoint.setHelperText("Behind an edge that refuses /minio/, name a way around it.");
        region.setPlaceholder("us-east-1");
        rootSecret.setHelperText("Kept encrypted. Only Bramble's own work uses it; customers get keys of their own.");
        rootUser.getElement().setAttribute("autocomplete", "off");
        rootSecret.getElement().setAttribute("autocomplete", "new-password");
        addText(new Paragraph(
                "Any MinIO or Silo. Trying it out makes a bucket and an object, and removes them again."));
        addField("name", name);
        addField("endpoint", endpoint);
        addField("adminEndpoint", adminEndpoint);
        addField("region", region);
        addField("rootUser", rootUser);
        addField("rootSecret", rootSecret);
        result.getElement().setAttribute("role", "status");
        addText(result);
    }

    @Override
    protected void submit() {
        try {
            var wish = new NewEngine(
                    name.getValue(),
                    endpoint.getValue(),
                    adminEndpoint.getValue(),
                    region.getValue(),
                    rootUser.getValue(),
                    SecretKey.of(rootSecret.getValue()));
            if (wish.equals(checked)) add(wish);
            else tryOut(wish);
        } finally {
            verb.setEnabled(true);
        }
    }

    private void tryOut(NewEngine wish) {
        result.removeAll();
        verb.setText("Try it out");
        var checkup = engines.check(acting, wish);
        checked = wish;
        show(checkup);
        verb.setText("Add this server");
    }

    private void add(NewEngine wish) {
        engines.add(acting, wish);
        close();
        added.run();
        Notices.done(wish.name() + " takes new buckets now.");
    }

    private void show(Checkup checkup) {
        for (var warning : checkup.warnings()) {
            var line = new Paragraph(warning);
            line.addClassName("problem");
            result.add(line);
        }
        result.add(new Facts()
                .fact("It works", "An object was written, read and deleted through the endpoint.")
                .fact("Room", Numbers.bytes(checkup.freeBytes()) + " free of " + Numbers.bytes(checkup.capacityBytes()))
                .fact("It can", EngineStates.abilities(checkup.capabilities().all()))
                .fact("Deployment", checkup.identity()));
    }
}
