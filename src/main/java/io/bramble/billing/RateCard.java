package io.bramble.billing;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;

/**
 * The prices and limits of one plan from a day on. A version that has been used never changes.
 *
 * @param effectiveFrom first day, UTC
 * @param placement where buckets of this plan live: SHARED, NAMESPACE or BUCKET
 * @param minimumInvoiceMinor smaller sums are carried to the next invoice
 * @param prices a meter without one is free
 */
public record RateCard(
        String plan,
        int version,
        LocalDate effectiveFrom,
        Currency currency,
        String placement,
        long minimumInvoiceMinor,
        PlanLimits limits,
        Map<Meter, Price> prices) {
    public RateCard {
        prices = Map.copyOf(prices);
    }

    /** What a quantity costs beyond the allowance, as price lists quote it; nothing for a meter without a price. */
    public Money priceOf(Meter meter, BigInteger billable, Window window) {
        var price = prices.get(meter);
        return new Money(
                price == null ? 0 : price.amountMinor(billable, window, currency.getDefaultFractionDigits()), currency);
    }

    /** Whether an account of this plan can ever owe anything. */
    public boolean isFree() {
        return prices.isEmpty();
    }
}
