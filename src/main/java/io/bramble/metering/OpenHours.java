package io.bramble.metering;

import static java.time.temporal.ChronoUnit.HOURS;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hours that are still running or not yet seen to their end: computed whenever somebody looks. */
@Component
class OpenHours {
    private final Hours hours;
    private final UsageHours closed;
    private final Scrapes scrapes;

    OpenHours(Hours hours, UsageHours closed, Scrapes scrapes) {
        this.hours = hours;
        this.closed = closed;
        this.scrapes = scrapes;
    }

    /** Where an engine's open hours begin; null if it was never seen. */
    @Nullable
    Instant begin(UUID engineId, Kind kind) {
        var until = closed.closedUntil(engineId, kind);
        if (until != null) return until;
        var first = scrapes.first(engineId, kind);
        return first == null ? null : first.truncatedTo(HOURS);
    }

    /** Usage within the span that no closed hour holds, as far as the acting account may see. */
    List<UsageHour> within(Span span) {
        var open = new ArrayList<UsageHour>();
        for (var engineId : closed.engines())
            for (var kind : Kind.values()) {
                var begin = begin(engineId, kind);
                if (begin == null) continue;
                var rest = new Span(begin, span.to()).within(span);
                if (!rest.isEmpty()) open.addAll(hours.of(engineId, kind, rest));
            }
        return open;
    }
}
