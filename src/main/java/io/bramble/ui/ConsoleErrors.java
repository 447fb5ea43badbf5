package io.bramble.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.bramble.ui.parts.Notices;
import io.bramble.ui.parts.Refusals;
import org.springframework.stereotype.Component;

/** What listeners throw: a refusal is said in its own words, a bug with an id under which the log has it. */
@Component
class ConsoleErrors implements VaadinServiceInitListener, ErrorHandler {
    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(start -> start.getSession().setErrorHandler(this));
    }

    @Override
    public void error(ErrorEvent event) {
        if (UI.getCurrent() == null) {
            UnexpectedError.log(event.getThrowable());
            return;
        }
        var thrown = rootOf(event.getThrowable());
        Refusals.sentence(thrown)
                .ifPresentOrElse(
                        Notices::refused, () -> Notices.broken(UnexpectedError.sentence(UnexpectedError.log(thrown))));
    }

    /** Reflection wraps what a listener threw. */
    private static Throwable rootOf(Throwable thrown) {
        var cause = thrown.getCause();
        var wrapped = thrown instanceof java.lang.reflect.InvocationTargetException
                || thrown.getClass() == RuntimeException.class;
        return wrapped && cause != null ? rootOf(cause) : thrown;
    }
}
