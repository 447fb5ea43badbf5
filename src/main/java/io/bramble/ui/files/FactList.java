package io.bramble.ui.files;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.bramble.bucket.FileFacts;
import io.bramble.ui.parts.CopyButton;
import io.bramble.ui.parts.CopyField;
import io.bramble.ui.parts.Dates;
import io.bramble.ui.parts.Facts;
import io.bramble.ui.parts.Numbers;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** All that the store knows of one file. */
final class FactList {
    private static final Map<String, String> HEADERS = Map.of(
            "cache-control", "Cache-Control",
            "content-disposition", "Content-Disposition",
            "content-encoding", "Content-Encoding",
            "content-language", "Content-Language",
            "expires", "Expires");

    private FactList() {}

    static Component of(String key, FileFacts facts, Instant now) {
        var details = facts.details();
        var object = details.object();
        var list = new Facts();
        list.fact("Size", exact(Numbers.bytes(object.sizeBytes()), Numbers.exact(object.sizeBytes())));
        var type = object.contentType();
        list.fact("Type", type == null ? "not said" : type);
        list.fact("Modified", exact(Dates.relative(object.modifiedAt(), now), Dates.exact(object.modifiedAt())));
        list.fact("Path", path(key));
        list.fact("ETag", new CopyField("ETag", object.etag()));
        new TreeMap<>(details.checksums()).forEach((name, value) -> list.fact(name, new CopyField(name, value)));
        list.fact("Storage class", details.storageClass());
        new TreeMap<>(details.headers()).forEach((name, value) -> list.fact(HEADERS.getOrDefault(name, name), value));
        list.fact("Metadata", pairs(details.metadata()));
        if (!facts.tags().isEmpty()) list.fact("Tags", pairs(facts.tags()));
        return list;
    }

    /** Copied as it is, shown so that nothing hides in it. */
    private static Component path(String key) {
        var field = new Div(new Code(FileNames.visible(key)), new CopyButton("path", key));
        field.addClassName("copy-field");
        return field;
    }

    private static Span exact(String text, String exactly) {
        var shown = new Span(text);
        shown.setTitle(exactly);
        return shown;
    }

    private static Component pairs(Map<String, String> pairs) {
        var lines = new Div();
        if (pairs.isEmpty()) lines.setText("none");
        new TreeMap<>(pairs).forEach((name, value) -> lines.add(new Div(new Code(name), new Span(" " + value))));
        return lines;
    }
}
