package io.bramble.local;

import java.time.Duration;
import java.util.Locale;

/** What the platform does while it does it, with the seconds since the start. */
final class Progress {

    private final long start = System.nanoTime();
    private final boolean silent;
    private volatile boolean hasSpoken;

    private Progress(boolean silent) {
        this.silent = silent;
    }

    static Progress spoken() {
        return new Progress(false);
    }

    static Progress silent() {
        return new Progress(true);
    }

    void say(String what) {
        hasSpoken = true;
        if (!silent) System.out.println(String.format(Locale.ROOT, "%6.1f s  %s", seconds(), what));
    }

    boolean hasSpoken() {
        return hasSpoken;
    }

    private double seconds() {
        return Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
    }
}
