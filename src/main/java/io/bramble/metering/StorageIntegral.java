package io.bramble.metering;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;

/** Bytes times seconds: the last sample is held, before the first there is nothing. */
final class StorageIntegral {
    private static final Duration HOUR = Duration.ofHours(1);

    private StorageIntegral() {}

    /**
     * Byte-seconds of each hour that has any.
     *
     * @param samples in any order; the one before {@code during} says what was held at its start
     * @param valid when the bucket is paid for; spans do not overlap
     * @param during what to count
     * @return by start of the hour
     */
    static SortedMap<Instant, BigInteger> byHour(
            Collection<StorageSample> samples, Collection<Span> valid, Span during) {
        var ordered = samples.stream()
                .sorted(Comparator.comparing(StorageSample::observedAt))
                .toList();
        var sums = new TreeMap<Instant, BigInteger>();
        for (int i = 0; i < ordered.size(); i++) {
            var sample = ordered.get(i);
            var next = i + 1 < ordered.size() ? ordered.get(i + 1).observedAt() : during.to();
            var held = new Span(sample.observedAt(), next).within(during);
            for (var span : valid) add(sums, sample.bytes(), held.within(span));
        }
        return sums;
    }

    private static void add(SortedMap<Instant, BigInteger> sums, long bytes, Span held) {
        if (bytes == 0) return;
        held.hours().forEach(hour -> {
            var seconds = held.within(new Span(hour, hour.plus(HOUR))).seconds();
            if (seconds > 0)
                sums.merge(hour, BigInteger.valueOf(bytes).multiply(BigInteger.valueOf(seconds)), BigInteger::add);
        });
    }
}
