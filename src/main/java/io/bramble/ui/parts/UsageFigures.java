package io.bramble.ui.parts;

import com.vaadin.flow.component.html.Div;
import io.bramble.metering.MonthUsage;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A month's usage as figures and charts. */
public final class UsageFigures {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private UsageFigures() {}

    public static Div figures(MonthUsage used, Instant now) {
        var figures = new Div(
                stored(used, now),
                objects(used, now),
                traffic("Downloaded", used.total().egressBytes(), used, now),
                traffic("Uploaded", used.total().ingressBytes(), used, now),
                requests(used, now));
        figures.addClassName("figures");
        return figures;
    }

    /** What is held; the number of objects beside it. */
    public static Figure stored(MonthUsage used, Instant now) {
        var stored = used.stored();
        if (stored == null) return new Figure("Stored now", "–", "measured within the hour");
        return new Figure(
                        "Stored now",
                        Numbers.bytes(stored.bytes()),
                        "measured " + Dates.relative(stored.measuredAt(), now))
                .withExact(Numbers.exact(stored.bytes()));
    }

    public static Figure objects(MonthUsage used, Instant now) {
        var stored = used.stored();
        if (stored == null) return new Figure("Objects", "–", "measured within the hour");
        return new Figure(
                "Objects", Numbers.count(stored.objects()), "measured " + Dates.relative(stored.measuredAt(), now));
    }

    public static Figure traffic(String name, BigInteger bytes, MonthUsage used, Instant now) {
        return new Figure(name, Numbers.bytes(bytes.longValueExact()), asOf(used.trafficMeasuredAt(), now))
                .withExact(Numbers.exact(bytes.longValueExact()));
    }

    private static Figure requests(MonthUsage used, Instant now) {
        var all = used.total().requestsA().add(used.total().requestsB());
        return new Figure("Requests", Numbers.count(all.longValueExact()), asOf(used.trafficMeasuredAt(), now))
                .withExact(Numbers.count(used.total().requestsA().longValueExact()) + " writes and lists, "
                        + Numbers.count(used.total().requestsB().longValueExact()) + " reads");
    }

    public static Div charts(MonthUsage used) {
        var charts = new Div(
                chart("Stored, mean of the day", used, MonthUsage.Day::meanBytes),
                chart("Downloaded", used, day -> day.total().egressBytes().longValueExact()),
                chart("Uploaded", used, day -> day.total().ingressBytes().longValueExact()));
        charts.addClassName("charts");
        return charts;
    }

    private static DayChart chart(String title, MonthUsage used, Function<MonthUsage.Day, Long> value) {
        return new DayChart(title, bars(used, value));
    }

    /** What is said of days before there was anything to measure: nothing. */
    public static MonthUsage since(Instant begun, MonthUsage used) {
        var first = LocalDate.ofInstant(begun, ZoneOffset.UTC);
        var days = used.days().stream()
                .map(day -> day.date().isBefore(first)
                        ? new MonthUsage.Day(day.date(), day.total(), day.meanBytes(), false)
                        : day)
                .toList();
        return new MonthUsage(used.month(), used.total(), used.stored(), used.trafficMeasuredAt(), days);
    }

    private static List<DayChart.Bar> bars(MonthUsage used, Function<MonthUsage.Day, Long> value) {
        return used.days().stream()
                .map(day -> new DayChart.Bar(
                        day(day.date()), value.apply(day), Numbers.bytes(value.apply(day)), day.measured()))
                .toList();
    }

    public static String day(LocalDate date) {
        return DAY.format(date);
    }

    private static String asOf(@Nullable Instant measured, Instant now) {
        return measured == null ? "not measured yet" : "this month, as of " + Dates.time(measured, now);
    }
}
