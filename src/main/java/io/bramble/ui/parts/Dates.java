package io.bramble.ui.parts;

import com.vaadin.flow.component.UI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Moments as people read them: relative for a week, then a date; in the browser's time zone. */
public final class Dates {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss zzz", Locale.ENGLISH);

    private Dates() {}

    /** As "just now", "5 min ago", "3 days ago", "in 6 days", then "3 May 2026". */
    public static String relative(Instant moment, Instant now) {
        var distance = Duration.between(moment, now);
        if (distance.abs().compareTo(WEEK) > 0) return day(moment);
        if (distance.abs().compareTo(Duration.ofMinutes(1)) < 0)
            return distance.isNegative() ? "in a moment" : "just now";
        return distance.isNegative() ? "in " + length(rounded(distance.negated())) : length(distance) + " ago";
    }

    /** As "3 May 2026". */
    public static String day(Instant moment) {
        return DAY.format(moment.atZone(zone()));
    }

    /** As "14:05" for today's moments, with the day for others. */
    public static String time(Instant moment, Instant now) {
        var at = moment.atZone(zone());
        var sameDay = at.toLocalDate().equals(now.atZone(zone()).toLocalDate());
        return sameDay ? TIME.format(at) : DAY.format(at) + ", " + TIME.format(at);
    }

    /** With seconds and zone, for tooltips. */
    public static String exact(Instant moment) {
        return EXACT.format(moment.atZone(zone()));
    }

    /** The browser's zone, UTC until it is known. */
    public static ZoneId zone() {
        return Optional.ofNullable(UI.getCurrent())
                .map(ui -> ui.getPage().getExtendedClientDetails())
                .map(details -> details.getTimeZoneId())
                .filter(id -> !id.isBlank())
                .map(ZoneId::of)
                .orElse(ZoneOffset.UTC);
    }

    /** What ends "in 7 days" is a moment short of them as soon as it is said. */
    private static Duration rounded(Duration ahead) {
        if (ahead.toDays() > 0) return ahead.plusHours(12);
        return ahead.toHours() > 0 ? ahead.plusMinutes(30) : ahead.plusSeconds(30);
    }

    private static String length(Duration distance) {
        if (distance.toDays() > 0) return Numbers.count(distance.toDays(), "day");
        if (distance.toHours() > 0) return distance.toHours() + " h";
        return distance.toMinutes() + " min";
    }
}
