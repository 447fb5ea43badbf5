package io.bramble.ui.account;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.bramble.account.Account;
import io.bramble.account.Accounts;
import io.bramble.account.InvalidField;
import io.bramble.account.Membership;
import io.bramble.account.Profile;
import io.bramble.billing.Plans;
import io.bramble.bucket.Namespaces;
import io.bramble.security.CurrentUser;
import io.bramble.ui.parts.ClaimDialog;
import io.bramble.ui.parts.CopyField;
import io.bramble.ui.parts.Dates;
import io.bramble.ui.parts.Facts;
import io.bramble.ui.parts.Leave;
import io.bramble.ui.parts.Notices;
import io.bramble.ui.parts.Numbers;
import io.bramble.ui.parts.PageHeader;
import io.bramble.ui.parts.Panel;
import io.bramble.ui.parts.Words;
import jakarta.annotation.security.PermitAll;
import org.springframework.beans.factory.annotation.Value;

/** Who I am, what my account is called and may do. */
@Route("account")
@PageTitle("Account – Bramble")
@PermitAll
class AccountView extends Div {
    private final transient Accounts accounts;
    private final transient Plans plans;
    private final transient Namespaces namespaces;
    private final transient Leave leave;
    private final Membership acting;
    private final String identity;

    AccountView(
            Accounts accounts,
            Plans plans,
            Namespaces namespaces,
            Leave leave,
            CurrentUser currentUser,
            @Value("${bramble.keycloak.issuer}") String issuer) {
        this.accounts = accounts;
        this.plans = plans;
        this.namespaces = namespaces;
        this.leave = leave;
        this.acting = currentUser.membership();
        this.identity = issuer + "/account";
        addClassName("page");
        var account = accounts.get(acting);
        add(
                new PageHeader("Account"),
                createAccount(account),
                createNamespaces(),
                createPlan(account),
                createPerson(accounts.profile(acting)));
    }

    private Panel createAccount(Account account) {
        var name = new TextField("Account name");
        name.setValue(account.name());
        name.setMaxLength(100);
        name.setWidth("min(24rem, 100%)");
        var save = new Button("Save", _ -> rename(name));
        var line = new Div(name, save);
        line.addClassName("field-line");
        return new Panel(
                "Account",
                line,
                new Facts()
                        .fact("Your role", Words.of(acting.role()))
                        .fact("Standing", Words.of(account.standing()))
                        .fact("Open since", Dates.day(account.createdAt())));
    }

    private void rename(TextField name) {
        try {
            name.setInvalid(false);
            accounts.rename(acting, name.getValue());
            Notices.done("Saved.");
        } catch (InvalidField refusal) {
            name.setErrorMessage(refusal.getMessage());
            name.setInvalid(true);
        }
    }

    private Panel createNamespaces() {
        var list = new Facts();
        show(list);
        var claim = new Button("Claim a namespace …", _ -> new ClaimDialog(namespaces, acting, _ -> show(list)).open());
        claim.setVisible(acting.role().writes());
        leave.toWrite(acting, claim);
        return new Panel("Namespaces", list)
                .withLine("Names that your buckets live under. Each is yours alone.")
                .withAction(claim);
    }

    private void show(Facts list) {
        list.removeAll();
        for (var namespace : namespaces.list(acting))
            list.fact(namespace.name(), new CopyField("endpoint of " + namespace.name(), namespace.endpoint()));
    }

    private Panel createPlan(Account account) {
        var plan = plans.plan(account.plan());
        var limits = account.limits();
        var prices = new Anchor("/pricing", "Plans and prices", AnchorTarget.BLANK);
        prices.setRouterIgnore(true);
        return new Panel(
                        plan.title() + " plan",
                        new Facts()
                                .fact("Storage", Numbers.bytes(limits.storageBytes()))
                                .fact("Buckets", Numbers.count(limits.buckets()))
                                .fact("Access keys", Numbers.count(limits.keys())),
                        prices)
                .withLine(plan.summary());
    }

    private Panel createPerson(Profile profile) {
        var facts = new Facts().fact("Name", profile.name()).fact("E-mail", profile.email());
        facts.fact("Here since", Dates.day(profile.createdAt()));
        if (profile.termsAcceptedAt() != null)
            facts.fact(
                    "Terms",
                    "Version " + profile.termsVersion() + ", accepted " + Dates.day(profile.termsAcceptedAt()));
        facts.fact("Password, second factor, passkeys", link("/account-security/signing-in", "Sign-in settings"));
        facts.fact(
                "Where you are signed in",
                link("/account-security/device-activity", "See sessions, sign out everywhere"));
        return new Panel("You", facts);
    }

    private Anchor link(String path, String text) {
        return new Anchor(identity + path, text, AnchorTarget.BLANK);
    }
}
