package io.bramble.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import io.bramble.provisioning.Engines;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/**
 * Gives each console page a policy with a nonce of its own. Vaadin's client compiles expressions and styles elements
 * inline, hence {@code 'unsafe-eval'} and inline styles; nothing but the console and the object stores can be reached.
 */
@Component
class ContentSecurityPolicy implements VaadinServiceInitListener {
    private static final SecureRandom RANDOM = new SecureRandom();
    private final Engines engines;

    ContentSecurityPolicy(Engines engines) {
        this.engines = engines;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::protect);
    }

    private void protect(IndexHtmlResponse response) {
        var nonce = nonce();
        EndedSessions.listen(response.getDocument());
        ColorScheme.beforeFirstPaint(response.getDocument());
        for (Element script : response.getDocument().select("script")) script.attr("nonce", nonce);
        response.getVaadinResponse().setHeader("Content-Security-Policy", policy(nonce, engines.endpoints()));
    }

    static String policy(String nonce, List<String> endpoints) {
        var stores = String.join(" ", endpoints);
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'nonce-" + nonce + "' 'strict-dynamic' 'unsafe-eval'",
                "style-src 'self' 'unsafe-inline'",
                "img-src 'self' data: " + stores,
                "media-src " + stores,
                "frame-src 'self' " + stores,
                "font-src 'self'",
                "connect-src 'self' " + stores,
                "worker-src 'self' blob:",
                "manifest-src 'self'",
                "object-src 'none'",
                "base-uri 'self'",
                "form-action 'self'",
                "frame-ancestors 'none'");
    }

    private static String nonce() {
        var bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
