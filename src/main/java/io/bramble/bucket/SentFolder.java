package io.bramble.bucket;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/** The folder that one sender fills: its day, who they say they are, and what makes it theirs alone. */
final class SentFolder {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(UTC);
    private static final int MOST_LETTERS = 60;
    private static final int TAIL = 8;

    private SentFolder() {}

    /** As {@code 2026-11-23 Ann 8f3a1c02}. */
    static String name(Instant day, String sender, UUID uploadId) {
        var id = uploadId.toString();
        var who = sender.replaceAll("[\\p{Cntrl}/\\\\]", " ").strip();
        var letters = who.codePointCount(0, who.length()) > MOST_LETTERS
                ? who.substring(0, who.offsetByCodePoints(0, MOST_LETTERS))
                : who;
        return DAY.format(day) + " " + (letters.isEmpty() ? "" : letters + " ") + id.substring(id.length() - TAIL);
    }
}
