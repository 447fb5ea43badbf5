package io.bramble.billing;

import static io.bramble.billing.Meter.EGRESS;
import static io.bramble.billing.Meter.INGRESS;
import static io.bramble.billing.Meter.REQUESTS_A;
import static io.bramble.billing.Meter.REQUESTS_B;
import static io.bramble.billing.Meter.STORAGE;
import static io.bramble.billing.SampleCards.GIB;
import static io.bramble.billing.SampleCards.TIB;
import static io.bramble.billing.SampleCards.card;
import static io.bramble.billing.SampleCards.flat;
import static io.bramble.billing.SampleCards.tier;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Golden vectors: a change of any rule of rating breaks one of them. */
class RatingTest {
    private static final Window LONG_MONTH = Window.of(YearMonth.of(2026, 12));
    private static final Quantities AWS_FAQ_MONTH =
            Quantities.NONE.plus(STORAGE, BigInteger.valueOf(39_357_600L).multiply(Unit.GIB_HOUR.rawUnits()));

    @Test
    void a_flat_price_rates_the_month_of_the_AWS_FAQ() {
        var card = card(Map.of(STORAGE, flat(Unit.GIB_HOUR, 0, "0.00001")));
        assertThat(Estimate.of(card, AWS_FAQ_MONTH, LONG_MONTH).total()).hasToString("$393.58");
    }

    @Test
    void tiers_are_summed_inside_the_line_and_rounded_once() {
        var tiers = List.of(tier(50 * TIB, "0.00001"), tier(null, "0.000009"));
        var card = card(Map.of(STORAGE, new Price(Unit.GIB_HOUR, BigInteger.valueOf(10 * GIB), tiers)));
        assertThat(Estimate.of(card, AWS_FAQ_MONTH, LONG_MONTH).total()).hasToString("$392.24");
    }

    @ParameterizedTest
    @CsvSource({"2026-02", "2028-02", "2026-11", "2026-12"})
    void storage_within_the_allowance_is_free_however_long_the_month(YearMonth month) {
        var window = Window.of(month);
        var card = card(Map.of(STORAGE, flat(Unit.GIB_HOUR, 10 * GIB, "0.00001")));
        var estimate = Estimate.of(card, Quantities.NONE.plusStored(10 * GIB, window), window);
        assertThat(estimate.total()).hasToString("$0.00");
        assertThat(estimate.line(STORAGE).included())
                .isEqualTo(estimate.line(STORAGE).quantity());
    }

    @Test
    void ten_gibibytes_for_a_long_month_cost_seven_cents() {
        var card = card(Map.of(STORAGE, flat(Unit.GIB_HOUR, 0, "0.00001")));
        var used = Quantities.NONE.plusStored(10 * GIB, LONG_MONTH);
        assertThat(Estimate.of(card, used, LONG_MONTH).total()).hasToString("$0.07");
    }

    @ParameterizedTest
    @CsvSource({"0.015, $0.02", "0.025, $0.03", "0.125, $0.13", "1.005, $1.01"})
    void halves_are_rounded_up_where_floating_point_would_lose_them(String price, String total) {
        var card = card(Map.of(REQUESTS_A, flat(Unit.MILLION, 0, price)));
        var used = Quantities.NONE.plus(REQUESTS_A, 1_000_000);
        assertThat(Estimate.of(card, used, LONG_MONTH).total()).hasToString(total);
    }

    @Test
    void two_pebibytes_for_a_month_fit() {
        assertThat(Quantities.NONE.plusStored(2048 * TIB, LONG_MONTH).of(STORAGE))
                .isEqualTo(new BigInteger("6031220620974568243200"));
    }

    @Test
    void the_catalogues_pro_plan_costs_what_the_design_says() {
        var pro = new Catalogue("").entries().get(1).plan().card();
        var used = Quantities.NONE
                .plusStored(250 * GIB, LONG_MONTH)
                .plus(EGRESS, 400 * GIB)
                .plus(INGRESS, 900 * GIB)
                .plus(REQUESTS_A, 3_200_000)
                .plus(REQUESTS_B, 40_000_000);
        var estimate = Estimate.of(pro, used, LONG_MONTH);
        assertThat(estimate.line(STORAGE).amountMinor()).isEqualTo(179);
        assertThat(estimate.line(EGRESS).amountMinor()).isEqualTo(300);
        assertThat(estimate.line(INGRESS).amountMinor()).isZero();
        assertThat(estimate.line(REQUESTS_A).amountMinor()).isEqualTo(110);
        assertThat(estimate.line(REQUESTS_B).amountMinor()).isEqualTo(150);
        assertThat(estimate.total()).hasToString("$7.39");
    }

    @Test
    void an_account_opened_on_the_last_day_gets_a_days_share_of_the_allowances() {
        var lastDay = Window.since(Instant.parse("2026-12-31T00:25:00Z"));
        var card = card(Map.of(EGRESS, flat(Unit.GIB, 100 * GIB, "0.01")));
        assertThat(lastDay.hours()).isEqualTo(24);
        assertThat(Estimate.of(card, Quantities.NONE, lastDay).line(EGRESS).included())
                .isEqualTo(new BigDecimal(100 * GIB)
                        .divide(BigDecimal.valueOf(31), 0, RoundingMode.UP)
                        .toBigInteger());
    }

    @Test
    void a_dollar_over_three_equal_buckets_adds_up() {
        var one = BigInteger.ONE;
        var shares = Shares.of(100, Map.of(new UUID(0, 3), one, new UUID(0, 1), one, new UUID(0, 2), one));
        assertThat(shares).containsValues(34L, 33L).containsEntry(new UUID(0, 1), 34L);
        assertThat(shares.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(100);
    }
}
