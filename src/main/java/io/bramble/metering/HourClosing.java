package io.bramble.metering;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.HOURS;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import io.bramble.account.AccountScope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Closes hours once every node of an engine has been seen after their end. A sample counts only what came after the
 * node's pass before it, so no later sample can change a closed hour.
 */
@Component
class HourClosing {
    private final Hours hours;
    private final OpenHours open;
    private final UsageHours closed;
    private final Scrapes scrapes;
    private final TransactionTemplate transactions;

    HourClosing(Hours hours, OpenHours open, UsageHours closed, Scrapes scrapes, TransactionTemplate transactions) {
        this.hours = hours;
        this.open = open;
        this.closed = closed;
        this.scrapes = scrapes;
        this.transactions = transactions;
    }

    /** Closes all hours that are over and seen to their end. */
    void closeDueHours() {
        for (var engineId : inPlatform(closed::engines))
            for (var kind : Kind.values()) while (inPlatform(() -> closeNext(engineId, kind))) {}
    }

    /** Closes up to a day of hours. */
    private boolean closeNext(UUID engineId, Kind kind) {
        closed.lock(engineId);
        var span = due(engineId, kind);
        if (span == null || span.isEmpty()) return false;
        closed.replace(engineId, kind, span, hours.of(engineId, kind, span));
        var passes = scrapes.ends(engineId, kind, span.widened(kind.tolerance()));
        closed.cover(engineId, kind, span.hours().collect(toMap(hour -> hour, hour -> coverage(hour, kind, passes))));
        return true;
    }

    private @Nullable Span due(UUID engineId, Kind kind) {
        var from = open.begin(engineId, kind);
        if (from == null) return null;
        var seen = scrapes.seenByAll(engineId, kind);
        if (seen == null) return null;
        return new Span(from, seen.truncatedTo(HOURS))
                .within(new Span(from, from.truncatedTo(DAYS).plus(1, DAYS)));
    }

    private static Coverage coverage(Instant hour, Kind kind, Map<String, List<Instant>> passes) {
        return passes.values().stream()
                .map(ends -> Coverage.of(hour, ends, kind.tolerance()))
                .reduce(Coverage::worst)
                .orElse(Coverage.NONE);
    }

    private <T> T inPlatform(Supplier<T> work) {
        return AccountScope.platform(() -> requireNonNull(transactions.execute(_ -> work.get())));
    }
}
