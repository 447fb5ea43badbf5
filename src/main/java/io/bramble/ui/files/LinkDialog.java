package io.bramble.ui.files;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import io.bramble.ui.parts.FormDialog;
import io.bramble.ui.parts.Snippet;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A link by which anybody may fetch the file for a while. */
class LinkDialog extends FormDialog {
    private static final Map<String, Duration> TIMES = times();

    private final transient BucketFiles files;
    private final String key;
    private final Select<String> time = new Select<>();
    private final Div link = new Div();

    LinkDialog(BucketFiles files, String key) {
        super("Link to " + FileNames.visible(FileNames.last(key)), "Make link");
        this.files = files;
        this.key = key;
        addText(new Paragraph(
                "Whoever has the link can download the file until it ends. It cannot be taken back before;"
                        + " a new version of the file is what it then gives."));
        time.setLabel("Valid for");
        time.setItems(List.copyOf(TIMES.keySet()));
        time.setValue("1 day");
        link.getElement().setAttribute("role", "status");
        addField("validity", time);
        addText(link);
    }

    private static Map<String, Duration> times() {
        var times = new LinkedHashMap<String, Duration>();
        times.put("15 minutes", Duration.ofMinutes(15));
        times.put("1 hour", Duration.ofHours(1));
        times.put("1 day", Duration.ofDays(1));
        times.put("7 days, the longest there is", Duration.ofDays(7));
        return times;
    }

    @Override
    protected void submit() {
        var validity = TIMES.getOrDefault(time.getValue(), Duration.ofHours(1));
        Beside.call(() -> files.link(key, validity), this::show, Problems::tell);
    }

    private void show(URI made) {
        link.removeAll();
        link.add(new Snippet(made.toString()));
    }
}
