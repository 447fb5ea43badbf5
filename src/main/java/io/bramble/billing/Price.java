package io.bramble.billing;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The price of one meter.
 *
 * @param included free each month: a level (bytes, engines) for what is held, a sum (bytes, requests) for what flows
 * @param tiers in rising order; only the last has no bound
 */
public record Price(Unit unit, BigInteger included, List<Tier> tiers) {
    /**
     * A step of the price.
     *
     * @param upTo counted after the allowance, in the same terms as {@code included}; null: no bound
     * @param price in the card's currency for one unit
     */
    public record Tier(@Nullable BigInteger upTo, BigDecimal price) {
        public Tier {
            if (price.signum() < 0) throw new IllegalArgumentException("Negative price: " + price);
        }
    }

    public Price {
        tiers = List.copyOf(tiers);
        if (included.signum() < 0) throw new IllegalArgumentException("Negative allowance: " + included);
        if (tiers.isEmpty() || tiers.getLast().upTo() != null)
            throw new IllegalArgumentException("The last tier has no up_to");
        var bound = BigInteger.ZERO;
        for (var tier : tiers.subList(0, tiers.size() - 1)) {
            if (tier.upTo() == null || tier.upTo().compareTo(bound) <= 0)
                throw new IllegalArgumentException("Tiers rise and only the last has no up_to");
            bound = tier.upTo();
        }
    }

    BigInteger included(Window window) {
        return unit.accrued(included, window);
    }

    /** One exactly rounded division, last: a line never rounds twice. */
    long amountMinor(BigInteger billable, Window window, int currencyDigits) {
        var sum = BigDecimal.ZERO;
        var below = BigInteger.ZERO;
        for (var tier : tiers) {
            var bound = tier.upTo() == null
                    ? billable
                    : unit.accrued(tier.upTo(), window).min(billable);
            sum = sum.add(new BigDecimal(bound.subtract(below)).multiply(tier.price()));
            below = bound;
        }
        return sum.movePointRight(currencyDigits)
                .divide(new BigDecimal(unit.rawUnits()), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
