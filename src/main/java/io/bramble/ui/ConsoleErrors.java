package io.bramble.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.bramble.account.InvalidField;
import io.bramble.account.NotAllowed;
import io.bramble.bucket.BucketNotFound;
import io.bramble.bucket.BucketNotReady;
import io.bramble.bucket.KeyNotFound;
import io.bramble.bucket.LimitReached;
import io.bramble.bucket.PurgeStarted;
import io.bramble.bucket.StandingForbids;
import io.bramble.provisioning.EngineUnavailable;
import io.bramble.storage.StoreException;
import io.bramble.ui.parts.Notices;
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
        switch (rootOf(event.getThrowable())) {
            case InvalidField refusal -> Notices.refused(refusal);
            case NotAllowed refusal -> Notices.refused(refusal);
            case BucketNotFound refusal -> Notices.refused(refusal);
            case BucketNotReady refusal -> Notices.refused(refusal);
            case KeyNotFound refusal -> Notices.refused(refusal);
            case LimitReached refusal -> Notices.refused(refusal);
            case PurgeStarted refusal -> Notices.refused(refusal);
            case StandingForbids refusal -> Notices.refused(refusal);
            case EngineUnavailable refusal -> Notices.refused(refusal);
            case StoreException.StoreUnavailable _ ->
                Notices.refused("The storage does not answer just now. Try again in a minute.");
            case Throwable unexpected -> Notices.broken(UnexpectedError.sentence(UnexpectedError.log(unexpected)));
        }
    }

    /** Reflection wraps what a listener threw. */
    private static Throwable rootOf(Throwable thrown) {
        var cause = thrown.getCause();
        var wrapped = thrown instanceof java.lang.reflect.InvocationTargetException
                || thrown.getClass() == RuntimeException.class;
        return wrapped && cause != null ? rootOf(cause) : thrown;
    }
}
