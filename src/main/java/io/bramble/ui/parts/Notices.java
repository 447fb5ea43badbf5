package io.bramble.ui.parts;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;
import com.vaadin.flow.component.notification.NotificationVariant;

/** What has no place on the page. */
public final class Notices {
    private static final int SECONDS = 1000;

    private Notices() {}

    /** Something worked; goes by itself. */
    public static void done(String text) {
        show(text, 4 * SECONDS, NotificationVariant.SUCCESS);
    }

    /** Something was refused, and what to do; stays long enough to be read. */
    public static void refused(String text) {
        show(text, 10 * SECONDS, NotificationVariant.WARNING);
    }

    /** A module's refusal, whose message is for people. */
    public static void refused(RuntimeException refusal) {
        refused(String.valueOf(refusal.getMessage()));
    }

    /** Something broke; stays until closed. */
    public static void broken(String text) {
        show(text, 0, NotificationVariant.ERROR).setAssertive(true);
    }

    private static Notification show(String text, int duration, NotificationVariant variant) {
        var notice = new Notification();
        notice.setPosition(Position.BOTTOM_END);
        notice.setDuration(duration);
        notice.addThemeVariants(variant);
        var close = new Button(VaadinIcon.CLOSE_SMALL.create(), _ -> notice.close());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        close.setAriaLabel("Close");
        notice.addClassName("notice");
        notice.add(new Span(text), close);
        notice.open();
        return notice;
    }
}
