package io.bramble.billing;

import static java.util.Comparator.comparing;
import static java.util.Map.Entry.comparingByKey;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Splits the amount of one line over the buckets or engines that caused it. */
public final class Shares {
    private Shares() {}

    /**
     * Largest remainder by raw quantity, ties by id: the parts add up to the amount, whatever the order of the input.
     *
     * @param quantityById what each used of the meter, in raw units
     * @return minor units by id; all 0 where nothing was used
     */
    public static Map<UUID, Long> of(long amountMinor, Map<UUID, BigInteger> quantityById) {
        var total = quantityById.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        var parts = new TreeMap<UUID, Long>();
        quantityById.keySet().forEach(id -> parts.put(id, 0L));
        if (total.signum() == 0) return parts;
        var remainders = new TreeMap<UUID, BigInteger>();
        quantityById.forEach((id, quantity) -> {
            var exact = quantity.multiply(BigInteger.valueOf(amountMinor)).divideAndRemainder(total);
            parts.put(id, exact[0].longValueExact());
            remainders.put(id, exact[1]);
        });
        var missing =
                amountMinor - parts.values().stream().mapToLong(Long::longValue).sum();
        remainders.entrySet().stream()
                .sorted(comparing(Map.Entry<UUID, BigInteger>::getValue, Comparator.reverseOrder())
                        .thenComparing(comparingByKey()))
                .limit(missing)
                .forEach(entry -> parts.merge(entry.getKey(), 1L, Long::sum));
        return parts;
    }
}
