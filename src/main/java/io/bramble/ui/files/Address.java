package io.bramble.ui.files;

import com.vaadin.flow.router.QueryParameters;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the address bar, so that a link shows the same again.
 *
 * @param file whose details are open; null for none
 */
record Address(Place place, @Nullable String file) {
    private static final String FILE = "file";

    static Address of(QueryParameters parameters) {
        return new Address(
                Place.of(parameters), parameters.getSingleParameter(FILE).orElse(null));
    }

    QueryParameters parameters() {
        var parameters = place.parameters();
        if (file != null) parameters.put(FILE, file);
        return QueryParameters.simple(parameters);
    }
}
