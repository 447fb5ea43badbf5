package io.bramble.ui.admin;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import io.bramble.account.Account;
import io.bramble.account.Accounts;
import io.bramble.account.Operator;
import io.bramble.account.Standing;
import io.bramble.ui.parts.FormDialog;
import io.bramble.ui.parts.Notices;
import io.bramble.ui.parts.Words;

/** Changes what an account may do, with a reason that is kept. */
class StandingDialog extends FormDialog {
    private final transient Accounts accounts;
    private final Operator acting;
    private final Account account;
    private final Runnable changed;
    private final Select<Standing> standing = new Select<>("Standing");
    private final ReasonField reason = new ReasonField();

    StandingDialog(Accounts accounts, Operator acting, Account account, String owner, Runnable changed) {
        super("Standing of " + account.name(), "Change standing");
        this.accounts = accounts;
        this.acting = acting;
        this.account = account;
        this.changed = changed;
        standing.setItems(Standing.values());
        standing.setItemLabelGenerator(choice -> Words.of(choice) + ": " + effect(choice));
        standing.setValue(account.standing());
        addText(new Paragraph(owner));
        addField("standing", standing);
        addField("reason", reason);
    }

    @Override
    protected void submit() {
        accounts.standing(acting, account.id(), standing.getValue(), reason.getValue());
        close();
        changed.run();
        Notices.done(
                account.name() + " is now " + Words.of(standing.getValue()).toLowerCase(java.util.Locale.ROOT) + ".");
    }

    private static String effect(Standing standing) {
        return switch (standing) {
            case ACTIVE -> "reads and writes";
            case WARNED -> "reads and writes, has been told";
            case READ_ONLY -> "reads and deletes, does not write";
            case SUSPENDED -> "neither reads nor writes";
            case CLOSED -> "gone";
        };
    }
}
