package io.bramble.web;

import static io.bramble.billing.Meter.ENGINE;
import static io.bramble.billing.Meter.STORAGE;

import io.bramble.billing.Meter;
import io.bramble.billing.Money;
import io.bramble.billing.Plan;
import io.bramble.billing.Price;
import io.bramble.billing.RateCard;
import io.bramble.billing.Window;
import java.math.BigInteger;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A plan in words; every number comes from its rate card.
 *
 * @param fixed owed in 30 days before anything is stored: the server of a plan that has its own
 */
public record PlanText(
        String code,
        String title,
        String summary,
        boolean free,
        Money fixed,
        Money tebibyte,
        List<PriceText> prices,
        List<String> limits) {

    /**
     * One price.
     *
     * @param price like "$0.01 per GiB"
     * @param included like "100 GiB a month", or empty
     * @param note what it comes to in 30 days, or empty
     */
    public record PriceText(String meter, String price, String included, String note) {}

    private static final Window THIRTY_DAYS = Window.of(YearMonth.of(2026, 11));
    private static final BigInteger TEBIBYTE_HELD = BigInteger.ONE.shiftLeft(40).multiply(seconds());

    static List<PlanText> of(List<Plan> plans) {
        return plans.stream().map(PlanText::of).toList();
    }

    private static PlanText of(Plan plan) {
        var card = plan.card();
        return new PlanText(
                plan.code(),
                plan.title(),
                plan.summary(),
                card.isFree(),
                card.priceOf(ENGINE, plan.limits().engines() > 0 ? seconds() : BigInteger.ZERO, THIRTY_DAYS),
                card.priceOf(STORAGE, TEBIBYTE_HELD, THIRTY_DAYS),
                prices(card),
                limits(plan));
    }

    private static List<PriceText> prices(RateCard card) {
        var texts = new ArrayList<PriceText>();
        for (var meter : Meter.values()) price(card, meter).ifPresent(texts::add);
        return texts;
    }

    static Optional<PriceText> price(RateCard card, Meter meter) {
        return Optional.ofNullable(card.prices().get(meter)).map(price -> price(card, meter, price));
    }

    private static PriceText price(RateCard card, Meter meter, Price price) {
        var tiers = new ArrayList<String>();
        var above = "";
        for (var tier : price.tiers()) {
            tiers.add(Numbers.price(tier.price(), card.currency()) + " per " + Numbers.unit(price.unit()) + above);
            if (tier.upTo() != null) above = " above " + Numbers.amount(meter, tier.upTo());
        }
        return new PriceText(
                Numbers.name(meter),
                String.join(", ", tiers),
                price.included().signum() == 0 ? "" : Numbers.amount(meter, price.included()),
                note(card, meter));
    }

    private static String note(RateCard card, Meter meter) {
        return switch (meter) {
            case STORAGE -> card.priceOf(STORAGE, TEBIBYTE_HELD, THIRTY_DAYS) + " for a TiB in 30 days";
            case ENGINE -> card.priceOf(ENGINE, seconds(), THIRTY_DAYS) + " in 30 days";
            case EGRESS, INGRESS, REQUESTS_A, REQUESTS_B -> "";
        };
    }

    private static List<String> limits(Plan plan) {
        var limits = plan.limits();
        var texts = new ArrayList<String>();
        texts.add(Numbers.bytes(limits.storageBytes()) + " stored");
        if (limits.egressBytesPerMonth() != null)
            texts.add(Numbers.bytes(limits.egressBytesPerMonth()) + " downloaded a month");
        if (limits.requestsPerMonth() != null)
            texts.add(Numbers.count(limits.requestsPerMonth()) + " requests a month");
        texts.add(Numbers.count(limits.buckets()) + " buckets, " + Numbers.count(limits.keys()) + " access keys");
        if (limits.engines() > 0) texts.add("up to " + limits.engines() + " storage servers of your own");
        return texts;
    }

    private static BigInteger seconds() {
        return BigInteger.valueOf(THIRTY_DAYS.seconds());
    }
}
