package io.bramble.web;

import io.bramble.billing.Meter;
import io.bramble.billing.Plan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The price list as a table: a row for each meter and limit, a column for each plan. */
final class Tariff {
    /** A line of the table; cells stand in the order of the plans. */
    public record Row(String title, List<Cell> cells) {}

    /**
     * One plan's entry.
     *
     * @param quiet nothing to pay or not on offer
     */
    public record Cell(String plan, String text, List<String> notes, boolean quiet) {}

    private Tariff() {}

    static List<Row> of(List<Plan> plans) {
        var rows = new ArrayList<Row>();
        Arrays.stream(Meter.values()).forEach(meter -> rows.add(row(Numbers.name(meter), plans, price(meter))));
        rows.add(row("Deletes, failed requests", plans, plan -> quiet(plan, "free")));
        rows.add(row(
                "Most that can be stored",
                plans,
                plan -> limit(plan, Numbers.bytes(plan.limits().storageBytes()))));
        rows.add(row(
                "Buckets",
                plans,
                plan -> limit(plan, Numbers.count(plan.limits().buckets()))));
        rows.add(row(
                "Access keys",
                plans,
                plan -> limit(plan, Numbers.count(plan.limits().keys()))));
        return rows;
    }

    private static Row row(String title, List<Plan> plans, Function<Plan, Cell> cell) {
        return new Row(title, plans.stream().map(cell).toList());
    }

    private static Function<Plan, Cell> price(Meter meter) {
        return plan -> PlanText.price(plan.card(), meter)
                .map(price -> new Cell(plan.title(), price.price(), notes(price), false))
                .orElseGet(() -> quiet(plan, unpriced(plan, meter)));
    }

    private static List<String> notes(PlanText.PriceText price) {
        var notes = new ArrayList<String>();
        if (!price.note().isEmpty()) notes.add(price.note());
        if (!price.included().isEmpty()) notes.add(price.included() + " included");
        return notes;
    }

    /** A meter without a price is free, as far as the plan has it at all. */
    private static String unpriced(Plan plan, Meter meter) {
        var limits = plan.limits();
        var egress = limits.egressBytesPerMonth();
        var requests = limits.requestsPerMonth();
        return switch (meter) {
            case ENGINE -> "shared servers";
            case STORAGE -> "free up to " + Numbers.bytes(limits.storageBytes());
            case EGRESS -> egress == null ? "free" : "free up to " + Numbers.bytes(egress) + " a month";
            case INGRESS -> "free";
            case REQUESTS_A, REQUESTS_B ->
                requests == null ? "free" : "free within " + Numbers.count(requests) + " requests a month";
        };
    }

    private static Cell quiet(Plan plan, String text) {
        return new Cell(plan.title(), text, List.of(), true);
    }

    private static Cell limit(Plan plan, String text) {
        return new Cell(plan.title(), text, List.of(), false);
    }
}
