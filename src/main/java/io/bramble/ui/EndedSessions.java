package io.bramble.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.bramble.security.SignedOutPage;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.springframework.stereotype.Component;

/**
 * Pages that are open when their session ends leave the console. They do not load again, which while Keycloak is still
 * signing the person out would sign them in once more.
 *
 * <p>Of a session that ends behind its back, by Keycloak's back channel or by time, Vaadin tells the pages by push. When
 * a page signs out itself, it tells the browser's others directly: their connections end with the session, faster than
 * news could pass.
 */
@Component
class EndedSessions implements VaadinServiceInitListener {
    /** Tells a page that is uploading that nobody signed out: it goes on, and leaves when its tray is closed (stay.ts). */
    private static final String ENDED = "?ended";

    private static final String LISTEN = """
            window.brambleSession = new BroadcastChannel('bramble.session');
            window.brambleSession.onmessage = () => location.assign('%s');""".formatted(SignedOutPage.PATH);

    @Override
    public void serviceInit(ServiceInitEvent event) {
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredURL(SignedOutPage.PATH + ENDED);
        event.getSource().setSystemMessagesProvider(_ -> messages);
    }

    static void listen(Document page) {
        page.head().prependElement("script").appendChild(new DataNode(LISTEN));
    }

    /** All pages of this browser but the one that says so: a channel does not hear itself. */
    static void leaveOtherPages(UI here) {
        here.getPage().executeJs("window.brambleSession.postMessage('ended')");
    }
}
