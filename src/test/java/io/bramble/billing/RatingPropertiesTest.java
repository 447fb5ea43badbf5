package io.bramble.billing;

import static io.bramble.billing.Meter.EGRESS;
import static io.bramble.billing.Meter.STORAGE;
import static io.bramble.billing.SampleCards.card;
import static io.bramble.billing.SampleCards.tier;
import static java.time.temporal.ChronoUnit.HOURS;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class RatingPropertiesTest {
    static final long PIB = 1L << 50;

    @Property
    void the_total_never_falls_as_usage_grows(
            @ForAll("cards") RateCard card,
            @ForAll("months") YearMonth month,
            @ForAll @LongRange(max = PIB) long used,
            @ForAll @LongRange(max = PIB) long more) {
        var window = Window.of(month);
        assertThat(cost(card, window, used + more)).isGreaterThanOrEqualTo(cost(card, window, used));
    }

    @Property
    void exactly_the_allowance_costs_nothing_in_months_of_28_to_31_days(
            @ForAll("cards") RateCard card, @ForAll("months") YearMonth month) {
        var window = Window.of(month);
        var free = Quantities.NONE;
        for (var meter : card.prices().keySet()) {
            var price = card.prices().get(meter);
            free = free.plus(meter, price == null ? BigInteger.ZERO : price.included(window));
        }
        assertThat(Estimate.of(card, free, window).total().minor()).isZero();
    }

    @Property
    void a_month_cut_in_two_never_has_smaller_allowances_than_the_whole(
            @ForAll("cards") RateCard card,
            @ForAll("months") YearMonth month,
            @ForAll @LongRange(min = 1, max = 671) long cutHour) {
        var whole = Window.of(month);
        var cut = whole.from().plus(cutHour, HOURS);
        for (var price : card.prices().values()) {
            var parts = price.included(new Window(whole.from(), cut)).add(price.included(new Window(cut, whole.to())));
            assertThat(parts)
                    .isBetween(price.included(whole), price.included(whole).add(BigInteger.TWO));
        }
    }

    @Property
    void parts_are_never_negative_and_add_up_to_the_line(
            @ForAll @LongRange(max = 1_000_000_000) long amountMinor,
            @ForAll @Size(min = 1, max = 40) List<@LongRange(min = 1, max = PIB) Long> quantities) {
        var byId = new HashMap<UUID, BigInteger>();
        quantities.forEach(quantity -> byId.put(new UUID(0, byId.size()), BigInteger.valueOf(quantity)));
        var parts = Shares.of(amountMinor, byId).values();
        assertThat(parts).allMatch(part -> part >= 0);
        assertThat(parts.stream().mapToLong(Long::longValue).sum()).isEqualTo(amountMinor);
    }

    @Provide
    Arbitrary<YearMonth> months() {
        return Arbitraries.integers().between(0, 100).map(YearMonth.of(2024, 1)::plusMonths);
    }

    @Provide
    Arbitrary<RateCard> cards() {
        return Combinators.combine(prices(Unit.GIB_HOUR), prices(Unit.GIB))
                .as((storage, egress) -> card(Map.of(STORAGE, storage, EGRESS, egress)));
    }

    private static Arbitrary<Price> prices(Unit unit) {
        var amounts = Arbitraries.longs().between(0, PIB);
        var cents = Arbitraries.integers().between(0, 100_000);
        return Combinators.combine(amounts, amounts, cents, cents)
                .as((included, bound, first, second) -> new Price(
                        unit,
                        BigInteger.valueOf(included),
                        List.of(tier(bound + 1, first + "e-6"), tier(null, second + "e-6"))));
    }

    private static long cost(RateCard card, Window window, long bytes) {
        var used = Quantities.NONE.plusStored(bytes, window).plus(EGRESS, bytes);
        return Estimate.of(card, used, window).total().minor();
    }
}
