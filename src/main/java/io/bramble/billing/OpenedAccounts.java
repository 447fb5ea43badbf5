package io.bramble.billing;

import io.bramble.account.Account;
import io.bramble.account.Accounts;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A new account starts on the catalogue's first plan, within its own transaction; while none is on offer, on the schema's limits. */
@Component
class OpenedAccounts {
    private final Plans plans;
    private final Accounts accounts;

    OpenedAccounts(Plans plans, Accounts accounts) {
        this.plans = plans;
        this.accounts = accounts;
    }

    @EventListener
    void opened(Account.Opened opened) {
        plans.all().stream()
                .findFirst()
                .ifPresent(plan -> accounts.limits(
                        opened.accountId(), plan.code(), plan.limits().ofAccount()));
    }
}
