package io.bramble.ui.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bramble.bucket.DeletedFile;
import io.bramble.storage.ObjectPage;
import io.bramble.storage.ObjectVersion;
import io.bramble.storage.StoredObject;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a place.
 *
 * @param next by which the following ones are asked for; null after the last
 * @param last up to which key it goes, if others follow and it is known
 */
record Page(List<Row> rows, @Nullable String next, @Nullable String last) {
    /** No version's id has this sign. */
    private static final char BETWEEN = '\n';

    /** Folders first, each in key order; the marker of the folder itself is left out. */
    static Page of(Place place, ObjectPage page) {
        var from = place.prefix().length();
        var folders = page.commonPrefixes().stream().map(key -> Row.folder(key, from));
        var files = page.objects().stream()
                .filter(object -> !object.key().equals(place.prefix()))
                .map(object -> Row.file(object, from));
        return new Page(
                Stream.concat(folders, files).toList(), page.nextToken(), page.nextToken() == null ? null : last(page));
    }

    private static @Nullable String last(ObjectPage page) {
        return Stream.concat(
                        page.commonPrefixes().stream(), page.objects().stream().map(StoredObject::key))
                .max(Page::compare)
                .orElse(null);
    }

    /** The store's order, which is not that of Java's strings. */
    static int compare(String key, String other) {
        return Arrays.compareUnsigned(key.getBytes(UTF_8), other.getBytes(UTF_8));
    }

    static Page of(Place place, DeletedFile.Page page) {
        var rows = page.files().stream()
                .map(file -> new Row(
                        file.key(),
                        place.prefix().length(),
                        Row.Kind.DELETED,
                        Objects.requireNonNullElse(file.sizeBytes(), -1L),
                        file.deletedAt()))
                .toList();
        var next = page.next();
        return next == null
                ? new Page(rows, null, null)
                : new Page(rows, next.key() + BETWEEN + next.versionId(), next.key());
    }

    /** What {@link #next} says of deleted files. */
    static ObjectVersion.@Nullable Id version(@Nullable String next) {
        if (next == null) return null;
        var at = next.lastIndexOf(BETWEEN);
        return new ObjectVersion.Id(next.substring(0, at), next.substring(at + 1));
    }
}
