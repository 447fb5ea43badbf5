package io.bramble.billing;

import java.math.BigInteger;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** How much of each meter was used, in raw units; a meter that is absent was not used. */
public record Quantities(Map<Meter, BigInteger> byMeter) {
    public static final Quantities NONE = new Quantities(Map.of());

    public Quantities {
        for (var quantity : byMeter.values())
            if (quantity.signum() < 0) throw new IllegalArgumentException("Negative usage: " + quantity);
        var copy = new EnumMap<Meter, BigInteger>(Meter.class);
        copy.putAll(byMeter);
        byMeter = Collections.unmodifiableMap(copy);
    }

    public BigInteger of(Meter meter) {
        return byMeter.getOrDefault(meter, BigInteger.ZERO);
    }

    public Quantities plus(Meter meter, BigInteger quantity) {
        var sum = new EnumMap<Meter, BigInteger>(Meter.class);
        sum.putAll(byMeter);
        sum.merge(meter, quantity, BigInteger::add);
        return new Quantities(sum);
    }

    public Quantities plus(Meter meter, long quantity) {
        return plus(meter, BigInteger.valueOf(quantity));
    }

    /** Storage that stays the same for the whole window. */
    public Quantities plusStored(long bytes, Window window) {
        return plus(Meter.STORAGE, BigInteger.valueOf(bytes).multiply(BigInteger.valueOf(window.seconds())));
    }
}
