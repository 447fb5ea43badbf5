package io.bramble.bench;

import java.util.ArrayList;
import java.util.List;

/** Seconds that something took, over and over. */
final class Timings {
    private final List<Double> seconds = new ArrayList<>();

    interface Work {
        void run() throws Exception;
    }

    /** @param warmUps rounds that do not count */
    static Timings of(int warmUps, int rounds, Work work) throws Exception {
        var timings = new Timings();
        for (var round = 0; round < warmUps; round++) work.run();
        for (var round = 0; round < rounds; round++) timings.add(work);
        return timings;
    }

    void add(Work work) throws Exception {
        var began = System.nanoTime();
        work.run();
        seconds.add((System.nanoTime() - began) / 1e9);
    }

    /** As something else has measured it. */
    void addSeconds(double measured) {
        seconds.add(measured);
    }

    /** @param share 0.5 for the median, 0.95 for what all but every twentieth keep */
    double quantile(double share) {
        var sorted = seconds.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, (int) Math.ceil(share * sorted.size()) - 1));
    }

    double median() {
        return quantile(0.5);
    }
}
