package io.bramble.ui.parts;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One bar for each day. A day of which nothing is known has no bar but a mark: unknown is not zero. */
public final class DayChart extends Div {
    private static final int HEIGHT = 100;

    /** @param text the value as people read it */
    public record Bar(String day, long value, String text, boolean known) {}

    public DayChart(String title, List<Bar> bars) {
        addClassName("day-chart");
        var name = new Span(title);
        name.addClassName("figure-name");
        var days =
                new Div(new Span(bars.getFirst().day()), new Span(bars.getLast().day()));
        days.addClassName("axis");
        add(name, new Svg(draw(title, bars)), days);
    }

    private static String draw(String title, List<Bar> bars) {
        var most = Math.max(1, bars.stream().mapToLong(Bar::value).max().orElse(1));
        return "<svg role=\"img\" aria-label=\"" + title + " by day\" viewBox=\"0 0 " + bars.size() * 10 + " " + HEIGHT
                + "\" preserveAspectRatio=\"none\">"
                + IntStream.range(0, bars.size())
                        .mapToObj(i -> bar(i, bars.get(i), most))
                        .collect(Collectors.joining())
                + "</svg>";
    }

    private static String bar(int position, Bar bar, long most) {
        var height = bar.known() ? Math.max(1, Math.round(HEIGHT * ((double) bar.value() / most))) : 3;
        return "<rect class=\"" + (bar.known() ? "known" : "unknown") + "\" x=\"" + (position * 10 + 1) + "\" y=\""
                + (HEIGHT - height) + "\" width=\"8\" height=\"" + height + "\"><title>" + bar.day() + ": "
                + (bar.known() ? bar.text() : "not measured") + "</title></rect>";
    }
}
