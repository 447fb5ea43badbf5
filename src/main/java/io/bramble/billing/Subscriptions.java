package io.bramble.billing;

import io.bramble.account.Accounts;
import io.bramble.account.Operator;
import io.bramble.account.ReasonRequired;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Which account is on which plan. */
@Component
public class Subscriptions {
    private final Plans plans;
    private final Accounts accounts;

    Subscriptions(Plans plans, Accounts accounts) {
        this.plans = plans;
        this.accounts = accounts;
    }

    /**
     * Moves an account to a plan, with all that the plan allows, from now on. What it holds beyond that stays.
     *
     * @throws PlanNotFound for a code that is not on offer
     * @throws ReasonRequired for a blank reason
     */
    public void move(Operator acting, UUID accountId, String code, String reason) {
        var plan = plans.plan(code);
        accounts.plan(acting, accountId, plan.code(), plan.limits().ofAccount(), reason);
    }
}
