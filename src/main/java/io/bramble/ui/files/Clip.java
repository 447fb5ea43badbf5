package io.bramble.ui.files;

import com.vaadin.flow.server.VaadinSession;
import io.bramble.bucket.ObjectSelection;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What Ctrl C or Ctrl X took, until the session ends; pasted in any bucket of the account.
 *
 * @param cut it is moved when pasted
 */
record Clip(UUID accountId, UUID bucketId, List<String> files, List<String> folders, boolean cut)
        implements Serializable {
    static Clip of(BucketFiles files, Collection<Row> rows, boolean cut) {
        return new Clip(files.acting().accountId(), files.bucket().id(), keys(rows, false), keys(rows, true), cut);
    }

    private static List<String> keys(Collection<Row> rows, boolean folders) {
        return rows.stream()
                .filter(row -> row.isFolder() == folders)
                .map(Row::key)
                .toList();
    }

    static ObjectSelection selection(Collection<Row> rows) {
        return new ObjectSelection(keys(rows, false), keys(rows, true));
    }

    ObjectSelection selection() {
        return new ObjectSelection(files, folders);
    }

    void keep() {
        VaadinSession.getCurrent().setAttribute(Clip.class, this);
    }

    static void clear() {
        VaadinSession.getCurrent().setAttribute(Clip.class, null);
    }

    static Optional<Clip> kept() {
        return Optional.ofNullable(VaadinSession.getCurrent().getAttribute(Clip.class));
    }
}
