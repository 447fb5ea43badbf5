package io.bramble.ui.admin;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import io.bramble.account.Account;
import io.bramble.account.Operator;
import io.bramble.billing.Plan;
import io.bramble.billing.Plans;
import io.bramble.billing.Subscriptions;
import io.bramble.ui.parts.FormDialog;
import io.bramble.ui.parts.Notices;
import io.bramble.ui.parts.Numbers;

/** Moves an account to another plan, with a reason that is kept. */
class PlanDialog extends FormDialog {
    private final transient Subscriptions subscriptions;
    private final Operator acting;
    private final Account account;
    private final Runnable changed;
    private final Select<Plan> plan = new Select<>("Plan");
    private final ReasonField reason = new ReasonField();

    PlanDialog(Subscriptions subscriptions, Plans plans, Operator acting, Account account, Runnable changed) {
        super("Plan of " + account.name(), "Change plan");
        this.subscriptions = subscriptions;
        this.acting = acting;
        this.account = account;
        this.changed = changed;
        plan.setItems(plans.all());
        plan.setItemLabelGenerator(PlanDialog::words);
        plan.setValue(plans.plan(account.plan()));
        addText(new Paragraph("From now on the account has this plan's limits, and the running month its prices."
                + " What it holds beyond them stays; nothing more is let in."
                + " Servers of its own are not set up by this."));
        addField("plan", plan);
        addField("reason", reason);
    }

    @Override
    protected void submit() {
        var chosen = plan.getValue();
        subscriptions.move(acting, account.id(), chosen.code(), reason.getValue());
        close();
        changed.run();
        Notices.done(account.name() + " is on the " + chosen.title() + " plan now.");
    }

    private static String words(Plan plan) {
        var limits = plan.limits();
        return plan.title() + ": " + Numbers.bytes(limits.storageBytes()) + ", "
                + Numbers.count(limits.buckets(), "bucket") + ", " + Numbers.count(limits.keys(), "key");
    }
}
