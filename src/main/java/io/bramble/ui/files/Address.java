package io.bramble.ui.files;

import com.vaadin.flow.router.QueryParameters;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the address bar, so that a link shows the same again.
 *
 * @param file whose details are open; null for none
 * @param selected the only row that is selected; null for none
 */
record Address(Place place, @Nullable String file, @Nullable String selected) {
    private static final String FILE = "file";
    private static final String SELECTED = "selected";

    static Address of(Place place) {
        return new Address(place, null, null);
    }

    static Address of(QueryParameters parameters) {
        return new Address(
                Place.of(parameters),
                parameters.getSingleParameter(FILE).orElse(null),
                parameters.getSingleParameter(SELECTED).orElse(null));
    }

    QueryParameters parameters() {
        var parameters = place.parameters();
        if (file != null) parameters.put(FILE, file);
        else if (selected != null) parameters.put(SELECTED, selected);
        return QueryParameters.simple(parameters);
    }
}
