package io.bramble.ui.parts;

import static java.util.Comparator.comparingLong;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One bar for each day on which there was something; what is known of the others stands in their tooltip. */
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
        var most = bars.stream().max(comparingLong(Bar::value)).orElseThrow();
        var scale = new Div(new Span(most.value() > 0 ? most.text() : ""), new Span("0"));
        scale.addClassNames("axis", "scale");
        var plot = new Div(scale, new Svg(draw(title, bars, Math.max(1, most.value()))), new Div(), days);
        plot.addClassName("plot");
        add(name, plot);
    }

    private static String draw(String title, List<Bar> bars, long most) {
        return "<svg role=\"img\" aria-label=\"" + title + " by day\" viewBox=\"0 0 " + bars.size() * 10 + " " + HEIGHT
                + "\" preserveAspectRatio=\"none\">"
                + IntStream.range(0, bars.size())
                        .mapToObj(i -> bar(i, bars.get(i), most))
                        .collect(Collectors.joining())
                + "</svg>";
    }

    private static String bar(int position, Bar bar, long most) {
        var isThere = bar.known() && bar.value() > 0;
        var height = isThere ? Math.max(1, Math.round(HEIGHT * ((double) bar.value() / most))) : HEIGHT;
        return "<rect class=\"" + (isThere ? "known" : "empty") + "\" x=\"" + (position * 10 + 1) + "\" y=\""
                + (HEIGHT - height) + "\" width=\"8\" height=\"" + height + "\"><title>" + bar.day() + ": "
                + (bar.known() ? bar.text() : "not measured") + "</title></rect>";
    }
}
