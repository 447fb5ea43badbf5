package io.bramble.storage.embedded;

import io.bramble.storage.embedded.FolderNames.Child;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks a bucket's folder in key order, one page at a time, reading no folder that cannot matter.
 *
 * <p>A folder sorts as its name with a slash, which makes depth first the order of keys.
 */
public final class Listing {
    private final FolderNames names;
    private final Query query;
    private final List<Entry> entries = new ArrayList<>();

    private Listing(FolderNames names, Query query) {
        this.names = names;
        this.query = query;
    }

    /**
     * What is asked for.
     *
     * @param delimiter any string, null for none
     * @param after entries above this name; a common prefix of this name, and so all below it, has been listed
     */
    public record Query(
            String prefix,
            @Nullable String delimiter,
            @Nullable String after,
            int limit) {}

    /** An object, or a common prefix if {@code object} is null. */
    public record Entry(String name, @Nullable ObjectMeta object) {}

    /** In key order; {@code more} follow. */
    public record Page(List<Entry> entries, boolean more) {
        /** Where the next page begins; null after the last. */
        public @Nullable String last() {
            return more && !entries.isEmpty() ? entries.getLast().name() : null;
        }
    }

    static Page page(Path objects, FolderNames names, Query query) throws IOException {
        var listing = new Listing(names, query);
        var base = query.prefix().substring(0, query.prefix().lastIndexOf('/') + 1);
        var folder = KeyPath.folder(objects, base);
        if (folder != null) {
            listing.visit(folder, base);
        }
        var more = listing.entries.size() > query.limit();
        return new Page(more ? listing.entries.subList(0, query.limit()) : listing.entries, more);
    }

    private void visit(Path folder, String base) throws IOException {
        var children = names.of(folder, base);
        for (var i = FolderNames.from(children, bound()); i < children.size() && entries.size() <= query.limit(); i++) {
            var child = children.get(i);
            if (isBeyondPrefix(child)) {
                return;
            }
            if (!isLeft(child)) {
                continue;
            }
            if (child.folder()) {
                visitFolder(child);
            } else {
                addObject(child);
            }
        }
    }

    private String bound() {
        var after = query.after();
        return after != null && KeyOrder.compare(after, query.prefix()) > 0 ? after : query.prefix();
    }

    private boolean isBeyondPrefix(Child child) {
        return !child.name().startsWith(query.prefix()) && KeyOrder.compare(child.name(), query.prefix()) > 0;
    }

    private boolean isLeft(Child child) {
        var name = child.name();
        var after = query.after();
        var matters = name.startsWith(query.prefix())
                || (child.folder() && query.prefix().startsWith(name));
        var follows = after == null || KeyOrder.compare(name, after) > 0 || (child.folder() && after.startsWith(name));
        return matters && follows;
    }

    private void visitFolder(Child child) throws IOException {
        var common = commonPrefix(child.name());
        if (common == null || !common.equals(child.name())) {
            visit(child.path(), child.name());
        } else if (isNew(common) && holdsAnObject(child)) {
            entries.add(new Entry(common, null));
        }
    }

    /** Folders without objects are no prefixes; one that the last page ended within may have nothing left. */
    private boolean holdsAnObject(Child child) throws IOException {
        var after = query.after();
        if (after == null || !after.startsWith(child.name())) {
            return FolderNames.holdsAny(child.path());
        }
        var rest = new Listing(names, new Query(child.name(), null, after, 0));
        rest.visit(child.path(), child.name());
        return !rest.entries.isEmpty();
    }

    private void addObject(Child child) throws IOException {
        var common = commonPrefix(child.name());
        if (common != null) {
            if (isNew(common)) {
                entries.add(new Entry(common, null));
            }
            return;
        }
        var meta = ObjectFile.meta(child.path());
        if (meta != null) {
            entries.add(new Entry(child.name(), meta));
        }
    }

    /** Not listed yet: neither on this page nor, as the end of it, on the one before. */
    private boolean isNew(String common) {
        var listed = !entries.isEmpty() && entries.getLast().name().equals(common);
        return !listed && !common.equals(query.after());
    }

    private @Nullable String commonPrefix(String name) {
        var delimiter = query.delimiter();
        if (delimiter == null || delimiter.isEmpty() || !name.startsWith(query.prefix())) {
            return null;
        }
        var end = name.indexOf(delimiter, query.prefix().length());
        return end < 0 ? null : name.substring(0, end + delimiter.length());
    }
}
