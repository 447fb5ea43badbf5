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
record Place(String prefix, String startsWith) {
    static final Place ROOT = new Place("", "");
    private static final String PREFIX = "prefix";
    private static final String STARTS_WITH = "q";

    /** One folder on the way from the bucket to here. */
    record Step(String name, Place place) {}

    static Place of(QueryParameters parameters) {
        var prefix = parameters.getSingleParameter(PREFIX).orElse("");
        var folder = prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/";
        return new Place(folder, parameters.getSingleParameter(STARTS_WITH).orElse(""));
    }

    static Place folder(String prefix) {
        return new Place(prefix, "");
    }

    QueryParameters parameters() {
        var parameters = new LinkedHashMap<String, String>();
        if (!prefix.isEmpty()) parameters.put(PREFIX, prefix);
        if (!startsWith.isEmpty()) parameters.put(STARTS_WITH, startsWith);
        return QueryParameters.simple(parameters);
    }

    Place startingWith(String text) {
        return new Place(prefix, text);
    }

    ListRequest firstPage(int rows) {
        return ListRequest.folder(prefix + startsWith, rows);
    }

    /** From the outermost folder to this one. */
    List<Step> steps() {
        var steps = new ArrayList<Step>();
        for (int from = 0, slash; (slash = prefix.indexOf('/', from)) >= 0; from = slash + 1)
            steps.add(new Step(prefix.substring(from, slash), folder(prefix.substring(0, slash + 1))));
        return steps;
    }

    /** The folder around this one; the bucket itself is around itself. */
    Place up() {
        var steps = steps();
        return steps.size() < 2 ? ROOT : steps.get(steps.size() - 2).place();
    }
}
