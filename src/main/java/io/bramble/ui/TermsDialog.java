package io.bramble.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Paragraph;
import io.bramble.account.Accounts;
import io.bramble.account.Membership;

/** Terms that are new since the person's last visit: nothing goes on before they are accepted. */
class TermsDialog extends Dialog {
    TermsDialog(Accounts accounts, Membership acting) {
        setHeaderTitle("Our terms have changed");
        setCloseOnEsc(false);
        setCloseOnOutsideClick(false);
        var terms = new Anchor("/legal/terms", "the terms", AnchorTarget.BLANK);
        terms.setRouterIgnore(true);
        add(new Paragraph("Please read "), terms, new Paragraph("and accept them to go on."));
        var accept = new Button("Accept", _ -> {
            accounts.acceptTerms(acting);
            close();
        });
        accept.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(accept);
    }
}
