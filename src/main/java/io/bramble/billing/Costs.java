package io.bramble.billing;

import io.bramble.account.Accounts;
import io.bramble.account.Membership;
import io.bramble.metering.Amounts;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What an account's measured usage costs by its plan. */
@Component
public class Costs {
    private final Accounts accounts;
    private final Plans plans;

    Costs(Accounts accounts, Plans plans) {
        this.accounts = accounts;
        this.plans = plans;
    }

    /** What a month's usage costs; while the month runs, what would be owed if nothing more were used. */
    public Estimate of(Membership acting, YearMonth month, Amounts used) {
        var card = plans.plan(accounts.get(acting).plan()).card();
        return Estimate.of(card, quantities(used), Window.of(month));
    }

    /** Splits an estimate over the buckets that caused it; the parts add up to its total. */
    public static Map<UUID, Money> shares(Estimate estimate, Map<UUID, Amounts> usedByBucket) {
        var shares = new HashMap<UUID, Money>();
        var none = new Money(0, estimate.total().currency());
        for (var line : estimate.lines()) {
            var quantities = usedByBucket.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> quantities(entry.getValue())
                            .of(line.meter())));
            Shares.of(line.amountMinor(), quantities)
                    .forEach((bucket, minor) ->
                            shares.merge(bucket, none.plus(minor), (one, more) -> one.plus(more.minor())));
        }
        return shares;
    }

    private static Quantities quantities(Amounts used) {
        return new Quantities(used.billable().entrySet().stream()
                .collect(Collectors.toMap(entry -> Meter.valueOf(entry.getKey().name()), Map.Entry::getValue)));
    }
}
