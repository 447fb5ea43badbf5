package io.bramble.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import io.bramble.storage.Capabilities;
import io.bramble.storage.Credentials;
import io.bramble.storage.ObjectStore;
import io.bramble.storage.ObjectStores;
import io.bramble.storage.SecretKey;
import io.bramble.storage.StoreAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A customer's own web site uploads into their bucket, once they have let it. */
@ExtendWith(Stage.Setting.class)
class SiteJourneyIT {
    private static final String PUT = """
            url => fetch(url, {method: 'PUT', headers: {'Content-Type': 'text/plain'}, body: 'from the site'})
                .then(answer => answer.status + ' ' + answer.headers.get('ETag'), problem => problem.name)""";

    private final Stage stage;
    private final Visitor visitor;
    private final Page page;
    private final HttpServer site = site();

    SiteJourneyIT(Stage stage) throws IOException {
        this.stage = stage;
        visitor = stage.visitor();
        page = visitor.page();
    }

    /** Some other page on this machine: another port is another origin. */
    private static HttpServer site() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var text = "<!doctype html><title>Site</title>".getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, text.length);
            exchange.getResponseBody().write(text);
            exchange.close();
        });
        server.start();
        return server;
    }

    @AfterEach
    void leave() {
        visitor.close();
        site.stop(0);
    }

    @Test
    void a_page_of_another_site_uploads_as_soon_as_its_owner_lets_it_and_no_longer() {
        var name = "site-" + UUID.randomUUID().toString().substring(0, 8);
        stage.platform().people().add(name + "@example.org", "Sue", Stage.PASSWORD);
        visitor.signIn(name + "@example.org", Stage.PASSWORD);
        var api = new Api(stage.platform().consoleUrl(), visitor.createToken());
        var bucket = api.readyBucket(name);
        var key = api.key(bucket, "READ_WRITE");
        var store = store(key);
        var put = store.presignPut(name, "a.txt", 13, "text/plain", Duration.ofMinutes(5))
                .uri();
        var pages = visitor.newTab();
        pages.navigate(origin());
        assertThat(pages.evaluate(PUT, put.toString())).isEqualTo("TypeError");
        assertThat(store.head(name, "a.txt")).isEmpty();

        visitor.complaints().clear();
        openSettings(bucket.get("namespace").asString(), name);
        visitor.button("Let a site upload …").click();
        var dialog = visitor.dialog("Let a site upload");
        dialog.getByLabel("Site").fill(origin() + "/");
        Visitor.buttonIn(dialog, "Allow").click();
        assertThat(dialog).containsText("without a path");
        picture("site-dialog");
        dialog.getByLabel("Site").fill(origin());
        Visitor.buttonIn(dialog, "Allow").click();
        assertThat(page.locator("body")).containsText(origin() + " may GET, PUT, HEAD.");
        assertThat(page.getByTestId("being-applied")).hasCount(0);
        pictures();

        assertThat(pages.evaluate(PUT, put.toString())).asString().matches("200 \"[0-9a-f]{32}\"");
        assertThat(store.get(name, "a.txt", 100)).asString(UTF_8).isEqualTo("from the site");

        visitor.button("Remove: " + origin() + " may GET, PUT, HEAD.").click();
        assertThat(page.locator("body")).containsText("No other site may.");
        assertThat(page.getByTestId("being-applied")).hasCount(0);
        visitor.hasNothingToComplainAbout();
        var other = store.presignPut(name, "b.txt", 13, "text/plain", Duration.ofMinutes(5));
        assertThat(pages.evaluate(PUT, other.uri().toString())).isEqualTo("TypeError");
        assertThat(store.head(name, "b.txt")).isEmpty();
    }

    private String origin() {
        return "http://127.0.0.1:" + site.getAddress().getPort();
    }

    private void openSettings(String namespace, String bucket) {
        visitor.open("/console/b/" + namespace + "/" + bucket + "/settings");
    }

    private static ObjectStore store(Key key) {
        var endpoint = URI.create(key.endpoint());
        return ObjectStores.open(
                new StoreAddress(endpoint, endpoint, "us-east-1", Capabilities.EMBEDDED),
                new Credentials(key.accessKeyId(), SecretKey.of(key.secret())));
    }

    private void pictures() {
        picture("site-light");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        picture("site-dark");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(390, 844);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        picture("site-phone");
        page.setViewportSize(1280, 800);
    }

    private void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots", name + ".png"))
                .setFullPage(true));
    }
}
