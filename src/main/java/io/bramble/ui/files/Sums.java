package io.bramble.ui.files;

import com.vaadin.flow.component.Component;
import io.bramble.ui.parts.Dates;
import io.bramble.ui.parts.Facts;
import io.bramble.ui.parts.Numbers;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;

/** What selected rows are together. */
final class Sums {
    private Sums() {}

    static Component of(Collection<Row> rows) {
        var facts = new Facts();
        if (rows.isEmpty()) return facts.fact("Selected", "nothing; select files to see what they are");
        var files = rows.stream().filter(row -> !row.isFolder()).toList();
        var folders = rows.size() - files.size();
        if (folders > 0) facts.fact("Folders", Numbers.count(folders) + ", whose content is not counted");
        if (files.isEmpty()) return facts;
        var bytes =
                files.stream().mapToLong(row -> Math.max(0, row.sizeBytes())).sum();
        facts.fact("Files", Numbers.count(files.size()));
        facts.fact("Together", Numbers.bytes(bytes) + " (" + Numbers.exact(bytes) + ")");
        var largest =
                files.stream().max(Comparator.comparingLong(Row::sizeBytes)).orElseThrow();
        facts.fact("Largest", FileNames.visible(largest.name()) + ", " + Numbers.bytes(largest.sizeBytes()));
        files.stream()
                .map(Row::modifiedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .ifPresent(newest -> facts.fact("Newest", Dates.exact(newest)));
        return facts;
    }
}
