package io.bramble.ui.buckets;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** A bucket's bare address leads to its files. */
@Route(value = "", layout = BucketLayout.class)
@PermitAll
class BucketAddress extends Div implements BeforeEnterObserver {
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.forwardTo(event.getLocation().getPath().replaceFirst("/$", "") + "/files");
    }
}
