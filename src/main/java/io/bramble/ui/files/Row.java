package io.bramble.ui.files;

import io.bramble.storage.StoredObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the table. A view keeps some 2,000 of them, so a name is cut out of its key when it is drawn.
 *
 * @param key a folder's ends in "/"
 * @param nameFrom where in the key the name begins that is shown here
 * @param sizeBytes -1 if not known
 * @param modifiedAt of a deleted file when that was; null for folders, which are no objects, and for what is still being
 *     read
 */
record Row(
        String key,
        int nameFrom,
        Kind kind,
        long sizeBytes,
        @Nullable Instant modifiedAt) {
    enum Kind {
        FOLDER,
        FILE,
        DELETED,
        /** All that was deleted below a folder. */
        DELETED_FOLDER,
        LOADING
    }

    static Row folder(String key, int nameFrom) {
        return new Row(key, nameFrom, Kind.FOLDER, 0, null);
    }

    static Row file(StoredObject object, int nameFrom) {
        return new Row(object.key(), nameFrom, Kind.FILE, object.sizeBytes(), object.modifiedAt());
    }

    /** Stands for a row whose page was let go and is being read again. */
    static Row loading(int index) {
        return new Row("\0" + index, 0, Kind.LOADING, 0, null);
    }

    /** Without the slash of a folder. */
    String name() {
        if (kind == Kind.LOADING) return "…";
        return key.substring(nameFrom, isFolder() && !isBucket() ? key.length() - 1 : key.length());
    }

    /** Stands for everything in the bucket. */
    boolean isBucket() {
        return isFolder() && key.isEmpty();
    }

    boolean isFolder() {
        return kind == Kind.FOLDER || kind == Kind.DELETED_FOLDER;
    }

    boolean isFile() {
        return kind == Kind.FILE;
    }

    boolean isDeleted() {
        return kind == Kind.DELETED || kind == Kind.DELETED_FOLDER;
    }

    boolean isLoading() {
        return kind == Kind.LOADING;
    }
}
