package io.bramble.ui.files;

import io.bramble.storage.ObjectPage;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line of the table.
 *
 * @param key a folder's ends in "/"
 * @param modifiedAt null for folders, which are no objects, and for what is still being read
 */
record Row(
        String key,
        String name,
        Kind kind,
        long sizeBytes,
        @Nullable Instant modifiedAt) {
    enum Kind {
        FOLDER,
        FILE,
        LOADING
    }

    /** Folders first, each in key order; the marker of the folder itself is left out. */
    static List<Row> of(Place place, ObjectPage page) {
        var from = place.prefix().length();
        var folders = page.commonPrefixes().stream()
                .map(key -> new Row(key, key.substring(from, key.length() - 1), Kind.FOLDER, 0, null));
        var files = page.objects().stream()
                .filter(object -> !object.key().equals(place.prefix()))
                .map(object -> new Row(
                        object.key(),
                        object.key().substring(from),
                        Kind.FILE,
                        object.sizeBytes(),
                        object.modifiedAt()));
        return Stream.concat(folders, files).toList();
    }

    /** Stands for a row whose page was let go and is being read again. */
    static Row loading(int index) {
        return new Row("\0" + index, "…", Kind.LOADING, 0, null);
    }

    boolean isFolder() {
        return kind == Kind.FOLDER;
    }

    boolean isFile() {
        return kind == Kind.FILE;
    }
}
