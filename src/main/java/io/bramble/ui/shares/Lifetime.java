package io.bramble.ui.shares;

import java.time.Duration;

/** How long a link works. */
enum Lifetime {
    HOUR("1 hour", Duration.ofHours(1)),
    DAY("1 day", Duration.ofDays(1)),
    WEEK("7 days", Duration.ofDays(7)),
    MONTH("30 days", Duration.ofDays(30)),
    YEAR("1 year", Duration.ofDays(365));

    final String text;
    final Duration length;

    Lifetime(String text, Duration length) {
        this.text = text;
        this.length = length;
    }
}
