package io.bramble.billing;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What usage costs, rated exactly as an invoice is.
 *
 * <p>The window is the whole billing period, also while it runs: allowances of the whole period are taken off, so the
 * total is what would be owed if nothing more were used, and it never falls as usage grows.
 */
public record Estimate(RateCard card, Window window, List<Line> lines, Money total) {
    /** Quantities in raw units of the meter; {@code unit} is null where the meter is free. */
    public record Line(
            Meter meter,
            @Nullable Unit unit,
            BigInteger quantity,
            BigInteger included,
            BigInteger billable,
            long amountMinor) {}

    public static Estimate of(RateCard card, Quantities quantities, Window window) {
        var lines = Arrays.stream(Meter.values())
                .map(meter -> line(card, meter, quantities.of(meter), window))
                .toList();
        var total = new Money(0, card.currency());
        for (var line : lines) total = total.plus(line.amountMinor());
        return new Estimate(card, window, lines, total);
    }

    public Line line(Meter meter) {
        return lines.stream().filter(line -> line.meter() == meter).findFirst().orElseThrow();
    }

    private static Line line(RateCard card, Meter meter, BigInteger quantity, Window window) {
        var price = card.prices().get(meter);
        if (price == null) return new Line(meter, null, quantity, quantity, BigInteger.ZERO, 0);
        var included = price.included(window);
        var billable = quantity.subtract(included).max(BigInteger.ZERO);
        var amount = card.priceOf(meter, billable, window);
        return new Line(meter, price.unit(), quantity, included, billable, amount.minor());
    }
}
