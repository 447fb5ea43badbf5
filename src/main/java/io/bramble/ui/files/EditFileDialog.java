package io.bramble.ui.files;

import static java.util.stream.Collectors.joining;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.bramble.account.InvalidField;
import io.bramble.bucket.FileFacts;
import io.bramble.bucket.NewDescription;
import io.bramble.storage.Capability;
import io.bramble.ui.parts.FormDialog;
import io.bramble.ui.parts.Notices;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What browsers and programs are told with a file: its type, how long to keep it, how to show it, its metadata, tags. */
class EditFileDialog extends FormDialog {
    private static final String CACHE = "cache-control";
    private static final String DISPOSITION = "content-disposition";

    private final transient BucketFiles files;
    private final String key;
    private final transient FileFacts seen;
    private final transient Runnable changed;
    private final TextField type = new TextField("Type");
    private final TextField cache = new TextField("Cache-Control");
    private final TextField disposition = new TextField("Content-Disposition");
    private final TextArea metadata = new TextArea("Metadata");
    private final TextArea tags = new TextArea("Tags");

    EditFileDialog(BucketFiles files, String key, FileFacts seen, Runnable changed) {
        super("Edit " + FileNames.visible(FileNames.last(key)), "Save");
        this.files = files;
        this.key = key;
        this.seen = seen;
        this.changed = changed;
        verb.addClickShortcut(com.vaadin.flow.component.Key.ENTER, com.vaadin.flow.component.KeyModifier.CONTROL);
        addText(new Paragraph("The content stays as it is."
                + (files.keepsVersions()
                        ? " This bucket keeps versions: the file as it is now becomes an earlier one."
                        : "")));
        type.setHelperText("What browsers take it for, as image/jpeg.");
        cache.setPlaceholder("max-age=3600");
        disposition.setPlaceholder("inline");
        metadata.setHelperText("One a line, as author: Ann. Programs see them as x-amz-meta-author.");
        tags.setHelperText("One a line, as team: red. At most 10.");
        fill();
        addField("contentType", type);
        addField("cacheControl", cache);
        addField("contentDisposition", disposition);
        addField("metadata", metadata);
        if (files.can(Capability.OBJECT_TAGS))
            for (var field : List.of("tags", "tags.key", "tags.value")) addField(field, tags);
    }

    private void fill() {
        var details = seen.details();
        type.setValue(type());
        cache.setValue(details.headers().getOrDefault(CACHE, ""));
        disposition.setValue(details.headers().getOrDefault(DISPOSITION, ""));
        metadata.setValue(lines(details.metadata()));
        tags.setValue(lines(seen.tags()));
    }

    private static String lines(Map<String, String> pairs) {
        return new TreeMap<>(pairs)
                .entrySet().stream()
                        .map(pair -> pair.getKey() + ": " + pair.getValue())
                        .collect(joining("\n"));
    }

    @Override
    protected void submit() {
        var said = description();
        var wished = pairs("tags", tags.getValue(), false);
        verb.setEnabled(false);
        Beside.run(() -> save(said, wished), this::saved, this::refused);
    }

    /** What was changed only: the rest may be what other programs wrote, and need not be what is taken here. */
    private @Nullable NewDescription description() {
        var says = metadata.getValue().equals(lines(seen.details().metadata()))
                ? null
                : pairs("metadata", metadata.getValue(), true);
        var headers = seen.details().headers();
        var newType = changed(type.getValue(), type());
        var newCache = changed(cache.getValue(), headers.getOrDefault(CACHE, ""));
        var newDisposition = changed(disposition.getValue(), headers.getOrDefault(DISPOSITION, ""));
        return newType == null && newCache == null && newDisposition == null && says == null
                ? null
                : new NewDescription(newType, newCache, newDisposition, says);
    }

    private static @Nullable String changed(String value, String was) {
        return value.equals(was) ? null : value.strip();
    }

    private String type() {
        return seen.details().description().contentType();
    }

    /** @param lower whether names are written small, as in headers */
    static Map<String, String> pairs(String field, String text, boolean lower) {
        var pairs = new LinkedHashMap<String, String>();
        for (var line : text.lines().filter(line -> !line.isBlank()).toList()) {
            var colon = line.indexOf(':');
            if (colon < 1) throw new InvalidField(field, "Write a name, a colon, a value: “%s”.".formatted(line));
            var name = line.substring(0, colon).strip();
            pairs.put(
                    lower ? name.toLowerCase(java.util.Locale.ROOT) : name,
                    line.substring(colon + 1).strip());
        }
        return pairs;
    }

    private void save(@Nullable NewDescription said, Map<String, String> wishedTags) {
        if (said != null) files.describe(seen.details(), said);
        if (!wishedTags.equals(seen.tags())) files.tag(key, wishedTags);
    }

    private void saved() {
        close();
        Notices.done("Saved.");
        changed.run();
    }

    private void refused(RuntimeException problem) {
        verb.setEnabled(true);
        if (problem instanceof InvalidField refusal) refuse(refusal);
        else Problems.tell(problem);
    }
}
