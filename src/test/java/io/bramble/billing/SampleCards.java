package io.bramble.billing;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

final class SampleCards {
    static final long GIB = 1L << 30;
    static final long TIB = 1L << 40;

    private SampleCards() {}

    static RateCard card(Map<Meter, Price> prices) {
        var limits = new PlanLimits(TIB, 10, 10, null, null, 0);
        return new RateCard(
                "sample", 1, LocalDate.of(2026, 1, 1), Currency.getInstance("USD"), "SHARED", 0, limits, prices);
    }

    static Price flat(Unit unit, long included, String price) {
        return new Price(unit, BigInteger.valueOf(included), List.of(tier(null, price)));
    }

    static Price.Tier tier(@Nullable Long upTo, String price) {
        return new Price.Tier(upTo == null ? null : BigInteger.valueOf(upTo), new BigDecimal(price));
    }
}
