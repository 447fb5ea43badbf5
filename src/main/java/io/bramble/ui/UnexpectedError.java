package io.bramble.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import io.bramble.ui.parts.EmptyState;
import jakarta.annotation.security.PermitAll;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A page that could not be made: a sentence and an id; the stack trace is in the log under that id. */
@PermitAll
@ParentLayout(MainLayout.class)
class UnexpectedError extends Div implements HasErrorParameter<Exception> {
    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedError.class);

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> thrown) {
        var id = log(thrown.getCaughtException());
        add(new EmptyState(VaadinIcon.WARNING, "Something broke", sentence(id), createRetry(event)));
        return 500;
    }

    static String log(Throwable thrown) {
        var id = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Error {}", id, thrown);
        return id;
    }

    static String sentence(String id) {
        return "This should not have happened. Try again; if it stays, tell your operator the number " + id + ".";
    }

    private static Anchor createRetry(BeforeEnterEvent event) {
        return new Anchor(event.getLocation().getPathWithQueryParameters(), "Try again");
    }
}
