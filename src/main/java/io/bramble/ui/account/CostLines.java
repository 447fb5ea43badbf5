package io.bramble.ui.account;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import io.bramble.billing.Estimate;
import io.bramble.billing.Meter;
import io.bramble.billing.Unit;
import io.bramble.ui.parts.Money;
import io.bramble.ui.parts.Numbers;
import io.bramble.ui.parts.Panel;
import io.bramble.ui.parts.Table;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;

/** How the estimate is made: used, less what is included, times the price. */
class CostLines extends Div {
    CostLines(Estimate estimate) {
        var list = new Table<Estimate.Line>("Cost by meter");
        list.addText("", line -> name(line.meter()));
        list.addNumber("Used", line -> quantity(line.meter(), line.quantity()), _ -> "");
        list.addNumber("Included", CostLines::included, _ -> "");
        list.addNumber(
                "Charged", line -> line.unit() == null ? "free" : quantity(line.meter(), line.billable()), _ -> "");
        list.addNumber(
                "Cost",
                line -> Money.of(new io.bramble.billing.Money(
                        line.amountMinor(), estimate.card().currency())),
                _ -> "");
        list.setAllRowsVisible(true);
        list.setItems(shown(estimate));
        var prices = new Anchor("/pricing", "All prices", AnchorTarget.BLANK);
        prices.setRouterIgnore(true);
        add(new Panel("How the cost is made", list, prices)
                .withLine("What the month would cost if nothing more were used, rated as an invoice is."));
    }

    private static List<Estimate.Line> shown(Estimate estimate) {
        return estimate.lines().stream()
                .filter(line -> line.meter() != Meter.ENGINE || line.quantity().signum() > 0)
                .toList();
    }

    private static String included(Estimate.Line line) {
        return line.unit() == null ? "all" : quantity(line.meter(), line.included());
    }

    private static String name(Meter meter) {
        return switch (meter) {
            case STORAGE -> "Storage";
            case EGRESS -> "Downloads";
            case INGRESS -> "Uploads";
            case REQUESTS_A -> "Writes and lists";
            case REQUESTS_B -> "Reads";
            case ENGINE -> "Engine of your own";
        };
    }

    private static String quantity(Meter meter, BigInteger raw) {
        return switch (meter) {
            case STORAGE -> hours(raw, Unit.GIB_HOUR) + " GiB-h";
            case ENGINE -> hours(raw, Unit.ENGINE_HOUR) + " h";
            case EGRESS, INGRESS -> Numbers.bytes(raw.longValueExact());
            case REQUESTS_A, REQUESTS_B -> Numbers.count(raw.longValueExact());
        };
    }

    private static String hours(BigInteger raw, Unit unit) {
        return Numbers.decimal(new BigDecimal(raw).divide(new BigDecimal(unit.rawUnits()), 2, RoundingMode.HALF_UP));
    }
}
