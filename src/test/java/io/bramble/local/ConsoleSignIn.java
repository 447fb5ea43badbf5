package io.bramble.local;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Signs somebody in to the console as their browser would, which opens their account the first time. */
final class ConsoleSignIn {
    private static final Pattern FORM = Pattern.compile("<form[^>]*id=\"kc-form-login\"[^>]*action=\"([^\"]+)\"");

    private final URI console;

    ConsoleSignIn(URI console) {
        this.console = console;
    }

    void of(String email, String password) {
        try (var browser = HttpClient.newBuilder()
                .cookieHandler(new LocalCookies())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(10))
                .build()) {
            var page = browser.send(
                    to(console.resolve("/oauth2/authorization/keycloak")).build(), BodyHandlers.ofString());
            var form = FORM.matcher(page.body());
            if (!form.find()) throw new Problem("Keycloak shows no sign-in page but status " + page.statusCode());
            var fields = "username=" + encode(email, UTF_8) + "&password=" + encode(password, UTF_8);
            var answer = browser.send(
                    to(URI.create(form.group(1).replace("&amp;", "&")))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(fields))
                            .build(),
                    BodyHandlers.discarding());
            if (!answer.uri().getPath().startsWith("/console"))
                throw new Problem(email + " could not sign in, and ended at "
                        + answer.uri().getPath());
        } catch (IOException failed) {
            throw new Problem("Could not sign in " + email + ": " + failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Problem("Stopped while signing in " + email);
        }
    }

    private static HttpRequest.Builder to(URI address) {
        return HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(30));
    }

    /** Keycloak, like browsers, takes this machine's own addresses for secure; Java wants HTTPS for such cookies. */
    private static final class LocalCookies extends CookieManager {
        @Override
        public void put(URI uri, Map<String, List<String>> headers) throws IOException {
            super.put(uri, headers);
            getCookieStore().getCookies().forEach(cookie -> cookie.setSecure(false));
        }
    }
}
