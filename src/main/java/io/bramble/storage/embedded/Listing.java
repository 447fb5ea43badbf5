package io.bramble.storage.embedded;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks a bucket's folder in key order, one page at a time, reading no folder twice and none that cannot matter.
 *
 * <p>A folder sorts as its name with a slash, which makes depth first the order of keys.
 */
public final class Listing {
    private final Query query;
    private final List<Entry> entries = new ArrayList<>();

    private Listing(Query query) {
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
        boolean isEmpty() {
            return entries.isEmpty();
        }

        /** Where the next page begins; null after the last. */
        public @Nullable String last() {
            return more && !entries.isEmpty() ? entries.getLast().name() : null;
        }
    }

    private record Child(String name, Path path, boolean folder) {}

    static Page page(Path objects, Query query) throws IOException {
        var listing = new Listing(query);
        var base = query.prefix().substring(0, query.prefix().lastIndexOf('/') + 1);
        var folder = KeyPath.folder(objects, base);
        if (folder != null) {
            listing.visit(folder, base);
        }
        var more = listing.entries.size() > query.limit();
        return new Page(more ? listing.entries.subList(0, query.limit()) : listing.entries, more);
    }

    private void visit(Path folder, String base) throws IOException {
        var children = new ArrayList<Child>();
        read(folder, base, "", children);
        children.sort((a, b) -> KeyOrder.compare(a.name(), b.name()));
        for (var child : children) {
            if (full()) {
                return;
            }
            if (child.folder()) {
                visitFolder(child);
            } else {
                addObject(child);
            }
        }
    }

    private boolean full() {
        return entries.size() > query.limit();
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
            return holdsAny(child.path());
        }
        var rest = new Listing(new Query(child.name(), null, after, 0));
        rest.visit(child.path(), child.name());
        return !rest.entries.isEmpty();
    }

    private static boolean holdsAny(Path folder) throws IOException {
        try (DirectoryStream<Path> names = Files.newDirectoryStream(folder)) {
            for (var path : names) {
                var name = path.getFileName().toString();
                if (name.charAt(name.length() - 1) == KeyPath.OBJECT || holdsAny(path)) {
                    return true;
                }
            }
            return false;
        } catch (NoSuchFileException | NotDirectoryException e) {
            return false; // deleted since its parent was read
        }
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

    /** The folder's children that can matter; what is continued below a {@code ~} folder is put together again. */
    private void read(Path folder, String base, String begun, List<Child> children) throws IOException {
        try (DirectoryStream<Path> names = Files.newDirectoryStream(folder)) {
            for (var path : names) {
                var encoded = path.getFileName().toString();
                var end = encoded.charAt(encoded.length() - 1);
                var segment = begun + encoded.substring(0, encoded.length() - 1);
                if (end == KeyPath.CONTINUED) {
                    read(path, base, segment, children);
                } else if (end == KeyPath.SEGMENT || end == KeyPath.OBJECT) {
                    var folderEnd = end == KeyPath.SEGMENT ? "/" : "";
                    add(base + KeyPath.decode(segment) + folderEnd, path, end == KeyPath.SEGMENT, children);
                }
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            return; // deleted since its parent was read
        }
    }

    private void add(String name, Path path, boolean folder, List<Child> children) {
        var after = query.after();
        var matters =
                name.startsWith(query.prefix()) || (folder && query.prefix().startsWith(name));
        var left = after == null || KeyOrder.compare(name, after) > 0 || (folder && after.startsWith(name));
        if (matters && left) {
            children.add(new Child(name, path, folder));
        }
    }
}
