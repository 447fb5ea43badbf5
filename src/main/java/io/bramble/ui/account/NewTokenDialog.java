package io.bramble.ui.account;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.bramble.account.ApiToken;
import io.bramble.account.ApiTokens;
import io.bramble.account.Membership;
import io.bramble.account.Scope;
import io.bramble.ui.parts.CopyField;
import io.bramble.ui.parts.Facts;
import io.bramble.ui.parts.FormDialog;
import io.bramble.ui.parts.ShownOnceDialog;
import io.bramble.ui.parts.Snippet;
import java.time.Duration;

/** Name, scopes, lifetime; then the token itself, once. */
class NewTokenDialog extends FormDialog {
    private final transient ApiTokens tokens;
    private final Membership acting;
    private final String url;
    private final Runnable created;
    private final TextField name = new TextField("Name");
    private final CheckboxGroup<Scope> scopes = new CheckboxGroup<>("It may");
    private final Select<Integer> days = new Select<>("Expires after");

    NewTokenDialog(ApiTokens tokens, Membership acting, String url, Runnable created) {
        super("Create token", "Create");
        this.tokens = tokens;
        this.acting = acting;
        this.url = url;
        this.created = created;
        addField("name", name);
        addField("scopes", scopes);
        addField("expiresInDays", days);
        name.setPlaceholder("Deploy pipeline");
        name.setValueChangeMode(ValueChangeMode.EAGER);
        name.setAutofocus(true);
        scopes.setItems(Scope.values());
        scopes.setItemLabelGenerator(NewTokenDialog::words);
        scopes.addClassName("column");
        days.setItems(7, 30, 90, 180, 365);
        days.setItemLabelGenerator(count -> count + " days");
        days.setValue(90);
    }

    @Override
    protected void submit() {
        var issued = tokens.issue(acting, name.getValue(), scopes.getValue(), Duration.ofDays(days.getValue()));
        created.run();
        close();
        show(issued);
    }

    private void show(ApiToken.Issued issued) {
        var facts = new Facts().fact("Token", new CopyField("token", issued.secret()));
        var curl = new Snippet("curl -H \"Authorization: Bearer " + issued.secret() + "\" \\\n  " + url + "/api/v1/me");
        new ShownOnceDialog(issued.token().name() + " is ready", "token", facts, curl).open();
    }

    private static String words(Scope scope) {
        return switch (scope) {
            case ACCOUNT_READ -> "See the account";
            case ACCOUNT_WRITE -> "Change the account";
            case BUCKET_READ -> "See buckets";
            case BUCKET_WRITE -> "Create, change and delete buckets";
            case KEY_READ -> "See access keys";
            case KEY_WRITE -> "Create and revoke access keys";
            case SHARE_READ -> "See shared links";
            case SHARE_WRITE -> "Create and revoke shared links";
            case USAGE_READ -> "See usage and cost";
        };
    }
}
