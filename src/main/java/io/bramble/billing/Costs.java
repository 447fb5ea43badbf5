package io.bramble.billing;

import io.bramble.account.Accounts;
import io.bramble.account.Membership;
import io.bramble.metering.Amounts;
import io.bramble.metering.Usage;
import java.time.YearMonth;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What an account's measured usage costs by its plan. */
@Component
public class Costs {
    private final Accounts accounts;
    private final Usage usage;
    private final Plans plans;

    Costs(Accounts accounts, Usage usage, Plans plans) {
        this.accounts = accounts;
        this.usage = usage;
        this.plans = plans;
    }

    /** A month's cost; while the month runs, what would be owed if nothing more were used. */
    public Estimate of(Membership acting, YearMonth month) {
        return of(acting, month, usage.ofAccount(acting, month).total());
    }

    /** The same for usage that the caller has at hand. */
    public Estimate of(Membership acting, YearMonth month, Amounts used) {
        var card = plans.plan(accounts.get(acting).plan()).card();
        return Estimate.of(card, quantities(used), Window.of(month));
    }

    private static Quantities quantities(Amounts used) {
        return new Quantities(used.billable().entrySet().stream()
                .collect(Collectors.toMap(entry -> Meter.valueOf(entry.getKey().name()), Map.Entry::getValue)));
    }
}
