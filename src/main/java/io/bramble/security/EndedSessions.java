package io.bramble.security;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;

/**
 * Pages that are open when their session ends are told by push and leave the console: after a sign-out on another page,
 * by Keycloak's back channel, or by time. They do not load again, which while Keycloak is still signing the person out
 * would sign them in once more.
 */
@Component
public class EndedSessions implements VaadinServiceInitListener {
    @Override
    public void serviceInit(ServiceInitEvent event) {
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredURL(SignedOutPage.PATH);
        event.getSource().setSystemMessagesProvider(_ -> messages);
    }

    /**
     * To be called before a page ends its own session: Vaadin tells the others only of sessions that end behind its
     * back.
     */
    public static void leaveOtherPages() {
        var here = UI.getCurrentOrThrow();
        here.getSession().getUIs().stream().filter(page -> !page.equals(here)).forEach(page -> {
            page.getPage().setLocation(SignedOutPage.PATH);
            page.push();
        });
    }
}
