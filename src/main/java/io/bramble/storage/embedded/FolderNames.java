package io.bramble.storage.embedded;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The names in one folder of a bucket, in order. Those of large folders are kept for the pages that follow, until any
 * object of the bucket comes or goes.
 */
final class FolderNames {
    private static final int LARGE = 500;
    private static final int KEPT_FOLDERS = 4;
    private static final Comparator<Child> IN_ORDER = Comparator.comparing(Child::name, KeyOrder.BY_BYTES);

    private final AtomicLong changes = new AtomicLong();
    private final Map<Path, Kept> kept = new LinkedHashMap<>();

    /** A key, or a prefix ending in a slash if it is a folder. */
    record Child(String name, Path path, boolean folder) {}

    private record Kept(long asOf, List<Child> children) {}

    /** An object has come or gone; called before that is acknowledged. */
    void changed() {
        changes.incrementAndGet();
    }

    List<Child> of(Path folder, String base) throws IOException {
        var asOf = changes.get();
        synchronized (kept) {
            var known = kept.get(folder);
            if (known != null && known.asOf() == asOf) {
                return known.children();
            }
        }
        var children = new ArrayList<Child>();
        read(folder, base, "", children);
        children.sort(IN_ORDER);
        keep(folder, new Kept(asOf, children));
        return children;
    }

    private void keep(Path folder, Kept names) {
        synchronized (kept) {
            kept.remove(folder);
            if (names.children().size() >= LARGE) {
                kept.put(folder, names);
            }
            if (kept.size() > KEPT_FOLDERS) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
    }

    /** What is continued below a {@code ~} folder is put together again. */
    private static void read(Path folder, String base, String begun, List<Child> children) throws IOException {
        try (DirectoryStream<Path> names = Files.newDirectoryStream(folder)) {
            for (var path : names) {
                var encoded = path.getFileName().toString();
                var segment = begun + encoded.substring(0, encoded.length() - 1);
                switch (encoded.charAt(encoded.length() - 1)) {
                    case KeyPath.CONTINUED -> read(path, base, segment, children);
                    case KeyPath.SEGMENT -> children.add(new Child(base + KeyPath.decode(segment) + "/", path, true));
                    case KeyPath.OBJECT -> children.add(new Child(base + KeyPath.decode(segment), path, false));
                    default -> {} // not of our making
                }
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            return; // gone since its parent was read
        }
    }

    /** Where the names begin that may be, or may lie below, {@code bound} or what follows it. */
    static int from(List<Child> children, String bound) {
        var low = 0;
        var high = children.size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (KeyOrder.compare(children.get(middle).name(), bound) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return Math.max(0, low - 1);
    }

    static boolean holdsAny(Path folder) throws IOException {
        try (DirectoryStream<Path> names = Files.newDirectoryStream(folder)) {
            for (var path : names) {
                var name = path.getFileName().toString();
                if (name.charAt(name.length() - 1) == KeyPath.OBJECT || holdsAny(path)) {
                    return true;
                }
            }
            return false;
        } catch (NoSuchFileException | NotDirectoryException e) {
            return false; // gone since its parent was read
        }
    }
}
