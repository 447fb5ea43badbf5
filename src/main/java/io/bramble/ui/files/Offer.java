package io.bramble.ui.files;

import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Something that can be done with rows: a button of the selection bar, a line of the context menu, a key.
 *
 * @param verb says what happens; ends in "…" if a dialog asks first
 * @param key as {@code keys.ts} calls it; empty for none
 * @param inBar whether it is worth a button of its own
 * @param fits whether it can be done with these rows, at least one
 */
record Offer(
        String verb, VaadinIcon icon, String key, boolean inBar, Predicate<Set<Row>> fits, Consumer<Set<Row>> act) {
    Offer(String verb, VaadinIcon icon, Predicate<Set<Row>> fits, Consumer<Set<Row>> act) {
        this(verb, icon, "", false, fits, act);
    }

    Offer withKey(String name) {
        return new Offer(verb, icon, name, inBar, fits, act);
    }

    Offer asButton() {
        return new Offer(verb, icon, key, true, fits, act);
    }

    /** As people write it: "Ctrl C" for {@code Mod+c}. */
    String keyText() {
        if (key.startsWith("Mod+")) return "Ctrl " + key.substring(4).toUpperCase(java.util.Locale.ROOT);
        return key.equals("Delete") ? "Del" : key;
    }

    static boolean one(Set<Row> rows) {
        return rows.size() == 1;
    }

    /** One that has a name, which the bucket as a whole has not here. */
    static boolean oneNamed(Set<Row> rows) {
        return one(rows) && rows.stream().noneMatch(Row::isBucket);
    }

    static boolean oneFile(Set<Row> rows) {
        return one(rows) && allFiles(rows);
    }

    static boolean allFiles(Set<Row> rows) {
        return rows.stream().allMatch(Row::isFile);
    }

    static boolean stored(Set<Row> rows) {
        return rows.stream().noneMatch(Row::isDeleted);
    }

    static boolean allDeleted(Set<Row> rows) {
        return rows.stream().allMatch(Row::isDeleted);
    }
}
