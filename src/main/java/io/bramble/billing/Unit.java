package io.bramble.billing;

import java.math.BigInteger;

/** What one price pays for, as a number of the meter's raw units. */
public enum Unit {
    GIB_HOUR(BigInteger.ONE.shiftLeft(30).multiply(BigInteger.valueOf(3600)), true),
    ENGINE_HOUR(BigInteger.valueOf(3600), true),
    GIB(BigInteger.ONE.shiftLeft(30), false),
    MILLION(BigInteger.valueOf(1_000_000), false);

    private final BigInteger rawUnits;
    private final boolean held;

    Unit(BigInteger rawUnits, boolean held) {
        this.rawUnits = rawUnits;
        this.held = held;
    }

    public BigInteger rawUnits() {
        return rawUnits;
    }

    /**
     * The part of a monthly amount that belongs to a window. What is held over time (storage, engines) is a level and
     * earns its seconds; what flows is a sum per month and is shared out by hours, rounded up for the customer.
     */
    BigInteger accrued(BigInteger amount, Window window) {
        if (held) return amount.multiply(BigInteger.valueOf(window.seconds()));
        var month = BigInteger.valueOf(window.monthHours());
        return amount.multiply(BigInteger.valueOf(window.hours()))
                .add(month.subtract(BigInteger.ONE))
                .divide(month);
    }
}
