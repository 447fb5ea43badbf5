package io.bramble.ui.files;

import com.vaadin.flow.router.QueryParameters;
import io.bramble.storage.ListRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What the browser shows: a folder and, of it, what starts with a text. Keys are literal: {@code a//} is the folder
 * without a name in {@code a/}, and {@code ../} is a folder like any other.
 *
 * @param prefix empty, or ends in "/"
 * @param startsWith empty for all
 */
record Place(String prefix, String startsWith, Scope scope) {
    static final Place ROOT = new Place("", "", Scope.FOLDER);
    private static final String PREFIX = "prefix";
    private static final String STARTS_WITH = "q";
    private static final String SCOPE = "in";

    enum Scope {
        /** What lies in the folder itself. */
        FOLDER(""),
        /** All files below it, however deep. */
        BELOW("below"),
        /** Files below it that were deleted and can be brought back. */
        DELETED("deleted");

        private final String word;

        Scope(String word) {
            this.word = word;
        }

        static Scope of(String word) {
            for (var scope : values()) if (scope.word.equals(word)) return scope;
            return FOLDER;
        }
    }

    /** One folder on the way from the bucket to here. */
    record Step(String name, Place place) {}

    static Place of(QueryParameters parameters) {
        var prefix = parameters.getSingleParameter(PREFIX).orElse("");
        var folder = prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/";
        return new Place(
                folder,
                parameters.getSingleParameter(STARTS_WITH).orElse(""),
                Scope.of(parameters.getSingleParameter(SCOPE).orElse("")));
    }

    static Place folder(String prefix) {
        return new Place(prefix, "", Scope.FOLDER);
    }

    /** The folder that a file or a folder is in. */
    static Place around(String key) {
        return folder(key.substring(0, key.lastIndexOf('/', key.length() - 2) + 1));
    }

    LinkedHashMap<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        if (!prefix.isEmpty()) parameters.put(PREFIX, prefix);
        if (!startsWith.isEmpty()) parameters.put(STARTS_WITH, startsWith);
        if (scope != Scope.FOLDER) parameters.put(SCOPE, scope.word);
        return parameters;
    }

    boolean isDeleted() {
        return scope == Scope.DELETED;
    }

    /** Whether all that is here, loaded or not, is what lies below a folder: a job can be told so. */
    boolean isWholeFolder() {
        return startsWith.isEmpty();
    }

    /** As "Everything in this folder". */
    String everything() {
        return "Everything " + (isDeleted() ? "deleted " : "")
                + (prefix.isEmpty() ? "in this bucket" : "in this folder");
    }

    Place startingWith(String text) {
        return new Place(prefix, text, scope);
    }

    Place in(Scope other) {
        return new Place(prefix, startsWith, other);
    }

    ListRequest firstPage(int rows) {
        var from = prefix + startsWith;
        return scope == Scope.FOLDER ? ListRequest.folder(from, rows) : ListRequest.subtree(from, rows);
    }

    /** From the outermost folder to this one; deleted files are looked for on the whole way. */
    List<Step> steps() {
        var steps = new ArrayList<Step>();
        for (int from = 0, slash; (slash = prefix.indexOf('/', from)) >= 0; from = slash + 1)
            steps.add(new Step(prefix.substring(from, slash), at(prefix.substring(0, slash + 1))));
        return steps;
    }

    /** The bucket itself, as this place looks at it. */
    Place root() {
        return at("");
    }

    /** The folder around this one; the bucket itself is around itself. */
    Place up() {
        var steps = steps();
        return steps.size() < 2 ? root() : steps.get(steps.size() - 2).place();
    }

    private Place at(String folder) {
        return new Place(folder, "", isDeleted() ? Scope.DELETED : Scope.FOLDER);
    }
}
