package io.bramble.ui.parts;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;

/** Amounts as people read them: binary units, three significant digits. */
public final class Numbers {
    private static final List<String> UNITS = List.of("B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB");
    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);

    private Numbers() {}

    /** As "4.20 GiB", "1,013 B" or "0 B". */
    public static String bytes(long bytes) {
        var unit = 0;
        var amount = BigDecimal.valueOf(bytes);
        while (unit < UNITS.size() - 1 && rounded(amount).compareTo(BigDecimal.valueOf(1024)) >= 0) {
            amount = amount.divide(BigDecimal.valueOf(1024));
            unit++;
        }
        var shown = unit == 0 ? amount : rounded(amount);
        return format("#,##0" + (shown.scale() > 0 ? "." + "0".repeat(shown.scale()) : ""), shown) + " "
                + UNITS.get(unit);
    }

    /** All digits, for tooltips: "4,509,715,660 bytes". */
    public static String exact(long bytes) {
        return count(bytes) + (bytes == 1 ? " byte" : " bytes");
    }

    public static String count(long count) {
        return format("#,##0", BigDecimal.valueOf(count));
    }

    /** As "42 %". */
    public static String percent(long part, long whole) {
        return BigDecimal.valueOf(part)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP)
                + " %";
    }

    /** As "1,234.5", with two places at most. */
    public static String decimal(BigDecimal number) {
        return format("#,##0.##", number);
    }

    /** As "1 object" and "2 objects". */
    public static String count(long count, String noun) {
        return count(count) + " " + noun + (count == 1 ? "" : "s");
    }

    private static BigDecimal rounded(BigDecimal amount) {
        return amount.precision() - amount.scale() >= 4
                ? amount.setScale(0, RoundingMode.HALF_UP)
                : amount.round(THREE_DIGITS);
    }

    private static String format(String pattern, BigDecimal number) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.US)).format(number);
    }
}
