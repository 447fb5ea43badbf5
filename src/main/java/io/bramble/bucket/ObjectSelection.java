package io.bramble.bucket;

import io.bramble.account.InvalidField;
import java.util.List;

/**
 * What somebody chose.
 *
 * @param files keys, literally
 * @param folders prefixes that end in "/", with all that is below them now or by then; the empty one is the bucket
 */
public record ObjectSelection(List<String> files, List<String> folders) {
    public static final int MOST = 10_000;

    /** @throws InvalidField for nothing, too much, or what is no key */
    public ObjectSelection {
        files = List.copyOf(files);
        folders = List.copyOf(folders);
        if (files.isEmpty() && folders.isEmpty()) throw new InvalidField("files", "Choose a file or a folder.");
        if (files.size() + folders.size() > MOST)
            throw new InvalidField("files", "Choose at most 10,000; for more, choose the folder they are in.");
        files.forEach(ObjectSelection::requireFile);
        folders.forEach(ObjectSelection::requireFolder);
    }

    public static ObjectSelection file(String key) {
        return new ObjectSelection(List.of(key), List.of());
    }

    public static ObjectSelection folder(String prefix) {
        return new ObjectSelection(List.of(), List.of(prefix));
    }

    int size() {
        return files.size() + folders.size();
    }

    private static void requireFile(String key) {
        var problem = FileKey.problem(key);
        if (problem != null) throw new InvalidField("files", problem);
    }

    private static void requireFolder(String prefix) {
        if (prefix.isEmpty()) return;
        if (!prefix.endsWith("/")) throw new InvalidField("folders", "Name a folder: a path that ends in /.");
        var problem = FileKey.problem(prefix);
        if (problem != null) throw new InvalidField("folders", problem);
    }
}
