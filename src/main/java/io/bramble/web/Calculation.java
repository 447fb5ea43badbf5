package io.bramble.web;

import io.bramble.billing.Estimate;
import io.bramble.billing.Money;
import io.bramble.billing.Plan;
import io.bramble.billing.Window;
import java.util.List;

/**
 * What a plan would cost for some usage.
 *
 * @param reasons why the plan is too small; then the total is of no use
 */
public record Calculation(
        String code, String title, Money total, List<Line> lines, List<String> reasons, boolean carried) {

    public record Line(String meter, String used, String included, String billed, Money amount) {}

    static Calculation of(Plan plan, Usage usage, Window window) {
        var estimate = Estimate.of(plan.card(), usage.quantities(plan, window), window);
        var lines = estimate.lines().stream()
                .filter(line -> line.unit() != null && line.quantity().signum() > 0)
                .map(line -> line(line, estimate.total()))
                .toList();
        var total = estimate.total();
        var carried = total.minor() > 0 && total.minor() < plan.card().minimumInvoiceMinor();
        return new Calculation(plan.code(), plan.title(), total, lines, usage.tooMuchFor(plan), carried);
    }

    public boolean fits() {
        return reasons.isEmpty();
    }

    private static Line line(Estimate.Line line, Money total) {
        var unit = line.unit();
        if (unit == null) throw new IllegalArgumentException("Free meters have no line");
        return new Line(
                Numbers.name(line.meter()),
                Numbers.quantity(unit, line.quantity()),
                Numbers.quantity(unit, line.included().min(line.quantity())),
                Numbers.quantity(unit, line.billable()),
                new Money(line.amountMinor(), total.currency()));
    }
}
