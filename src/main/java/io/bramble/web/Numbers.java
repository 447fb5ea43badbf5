package io.bramble.web;

import io.bramble.billing.Meter;
import io.bramble.billing.Unit;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** Amounts as people read them. */
final class Numbers {
    private static final List<String> BINARY = List.of("B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB");
    private static final BigDecimal KIBI = BigDecimal.valueOf(1024);

    private Numbers() {}

    static String name(Meter meter) {
        return switch (meter) {
            case STORAGE -> "Storage";
            case EGRESS -> "Download traffic";
            case INGRESS -> "Upload traffic";
            case REQUESTS_A -> "Writes and lists";
            case REQUESTS_B -> "Reads";
            case ENGINE -> "Server of your own";
        };
    }

    static String unit(Unit unit) {
        return switch (unit) {
            case GIB_HOUR -> "GiB-hour";
            case GIB -> "GiB";
            case MILLION -> "million";
            case ENGINE_HOUR -> "hour";
        };
    }

    /** An allowance or a bound of a tier, in the terms of the catalogue. */
    static String amount(Meter meter, BigInteger amount) {
        return switch (meter) {
            case STORAGE -> bytes(amount.longValueExact()) + " all month";
            case EGRESS, INGRESS -> bytes(amount.longValueExact()) + " a month";
            case REQUESTS_A, REQUESTS_B -> count(amount.longValueExact()) + " a month";
            case ENGINE -> amount + " all month";
        };
    }

    /** A metered quantity in the unit that is priced, like "186,000 GiB-hours". */
    static String quantity(Unit unit, BigInteger raw) {
        if (unit == Unit.MILLION) return count(raw.longValueExact());
        var amount = new BigDecimal(raw).divide(new BigDecimal(unit.rawUnits()), 2, RoundingMode.HALF_UP);
        return format("#,##0.##", amount) + " " + unit(unit) + (unit == Unit.GIB ? "" : "s");
    }

    static String price(BigDecimal price, Currency currency) {
        var digits = Math.max(price.stripTrailingZeros().scale(), currency.getDefaultFractionDigits());
        return currency.getSymbol(Locale.US)
                + price.setScale(digits, RoundingMode.UNNECESSARY).toPlainString();
    }

    static String bytes(long bytes) {
        var amount = BigDecimal.valueOf(bytes);
        var unit = 0;
        while (amount.compareTo(KIBI) >= 0 && unit < BINARY.size() - 1) {
            amount = amount.divide(KIBI);
            unit++;
        }
        var exact = amount.precision() - amount.scale() >= 4 ? amount.setScale(0, RoundingMode.HALF_UP) : amount;
        return format("#,##0.##", exact.round(new MathContext(4))) + " " + BINARY.get(unit);
    }

    static String count(long count) {
        return format("#,##0", BigDecimal.valueOf(count));
    }

    private static String format(String pattern, BigDecimal number) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.US)).format(number);
    }
}
