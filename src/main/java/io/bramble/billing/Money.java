package io.bramble.billing;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;

/** An amount in minor units of its currency, as an invoice has it. */
public record Money(long minor, Currency currency) {
    public Money plus(long moreMinor) {
        return new Money(Math.addExact(minor, moreMinor), currency);
    }

    public BigDecimal amount() {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
    }

    /** As people read it, like "$7.39". */
    @Override
    public String toString() {
        return currency.getSymbol(Locale.US) + amount().toPlainString();
    }
}
