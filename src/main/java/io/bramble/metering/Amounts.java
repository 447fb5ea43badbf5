package io.bramble.metering;

import static java.math.RoundingMode.HALF_UP;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Sums by meter, never negative; a meter that is absent counted nothing. */
public record Amounts(Map<Meter, BigInteger> byMeter) {
    private static final BigDecimal GIB_HOUR = BigDecimal.valueOf(3600L << 30);

    public static final Amounts NONE = new Amounts(Map.of());

    public Amounts {
        var copy = new EnumMap<Meter, BigInteger>(Meter.class);
        copy.putAll(byMeter);
        byMeter = Collections.unmodifiableMap(copy);
    }

    /** As counted, failed requests among them. */
    public BigInteger of(Meter meter) {
        return byMeter.getOrDefault(meter, BigInteger.ZERO);
    }

    public BigInteger byteSeconds() {
        return of(Meter.STORAGE);
    }

    /** To six places. */
    public BigDecimal gibHours() {
        return new BigDecimal(byteSeconds()).divide(GIB_HOUR, 6, HALF_UP);
    }

    public BigInteger egressBytes() {
        return of(Meter.EGRESS);
    }

    public BigInteger ingressBytes() {
        return of(Meter.INGRESS);
    }

    /** Writes and lists that are billed: failed ones are free. */
    public BigInteger requestsA() {
        return of(Meter.REQUESTS_A).subtract(of(Meter.A_FAILED)).max(BigInteger.ZERO);
    }

    /** Reads that are billed: failed ones are free. */
    public BigInteger requestsB() {
        return of(Meter.REQUESTS_B).subtract(of(Meter.B_FAILED)).max(BigInteger.ZERO);
    }

    /** What a rate card is applied to. */
    public Map<Meter, BigInteger> billable() {
        return Map.of(
                Meter.STORAGE, byteSeconds(),
                Meter.EGRESS, egressBytes(),
                Meter.INGRESS, ingressBytes(),
                Meter.REQUESTS_A, requestsA(),
                Meter.REQUESTS_B, requestsB(),
                Meter.ENGINE, of(Meter.ENGINE));
    }

    Amounts plus(Meter meter, BigInteger quantity) {
        var sum = new EnumMap<Meter, BigInteger>(Meter.class);
        sum.putAll(byMeter);
        sum.merge(meter, quantity, BigInteger::add);
        return new Amounts(sum);
    }

    Amounts plus(Amounts other) {
        var sum = this;
        for (var entry : other.byMeter.entrySet()) sum = sum.plus(entry.getKey(), entry.getValue());
        return sum;
    }
}
