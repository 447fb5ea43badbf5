package io.bramble.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.function.SerializableConsumer;
import io.bramble.account.Accounts;
import io.bramble.account.Membership;
import io.bramble.account.Standing;
import io.bramble.bucket.BucketChanges;

/** What the account's standing permits, told to what is shown and again whenever that changes. */
@org.springframework.stereotype.Component
public class Leave {
    private final Accounts accounts;
    private final BucketChanges changes;

    Leave(Accounts accounts, BucketChanges changes) {
        this.accounts = accounts;
        this.changes = changes;
    }

    public void follow(Component shown, Membership acting, SerializableConsumer<Standing> told) {
        Live.follow(
                shown,
                changes,
                acting.accountId(),
                () -> told.accept(accounts.get(acting).standing()));
    }

    public boolean toWrite(Membership acting) {
        return accounts.get(acting).standing().writes();
    }

    /** Disabled, with the reason, as long as the account may not write. */
    public void toWrite(Membership acting, Button button) {
        follow(button, acting, standing -> {
            button.setEnabled(standing.writes());
            button.setTooltipText(standing.writes() ? null : reason(standing));
        });
    }

    private static String reason(Standing standing) {
        return "Your account is " + Words.of(standing).toLowerCase(java.util.Locale.ROOT)
                + "; the operator lifts this.";
    }
}
