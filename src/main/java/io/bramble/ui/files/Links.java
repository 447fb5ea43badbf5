package io.bramble.ui.files;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import io.bramble.bucket.BucketView;
import java.util.Map;

/** Addresses of a bucket's folders; what is shown is in the address. */
record Links(String namespace, String bucket) {
    static Links of(BucketView bucket) {
        return new Links(bucket.namespace(), bucket.name());
    }

    RouterLink link(String text, Place place) {
        var link = new RouterLink(text, FilesView.class, parameters());
        link.setQueryParameters(Address.of(place).parameters());
        return link;
    }

    /** Relative to the console. */
    String href(Place place) {
        return location(Address.of(place)).getPathWithQueryParameters();
    }

    Location location(Address address) {
        return new Location(
                RouteConfiguration.forSessionScope().getUrl(FilesView.class, parameters()), address.parameters());
    }

    private RouteParameters parameters() {
        return new RouteParameters(Map.of("namespace", namespace, "bucket", bucket));
    }
}
