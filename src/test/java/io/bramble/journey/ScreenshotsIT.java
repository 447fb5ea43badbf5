package io.bramble.journey;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every screen as people see it. With {@code BRAMBLE_SCREENSHOTS} set the pictures of the documentation are made anew;
 * otherwise they are only looked at, by rules: nothing complains, nothing is empty, nothing sticks out of a phone.
 */
@ExtendWith(Stage.Setting.class)
class ScreenshotsIT {
    private static final Path FOLDER =
            Path.of(System.getenv("BRAMBLE_SCREENSHOTS") == null ? "target/screenshots" : "docs/screenshots");
    private static final int LEAST_LETTERS = 60;
    private static final String FILLED = """
            () => ![...document.querySelectorAll('.skeleton')].some(line => line.checkVisibility()) && [...document.querySelectorAll('vaadin-grid')]
                .every(grid => grid.size > 0 || grid.querySelector('[slot=empty-state]'))""";
    private static final String STICKING_OUT = """
            () => document.documentElement.scrollWidth <= window.innerWidth ? [] :
              [...document.querySelectorAll('body *')]
                .filter(element => element.getBoundingClientRect().right > window.innerWidth + 1)
                .map(element => element.tagName + '.' + element.className)
                .slice(0, 5)""";

    private final Stage stage;
    private final String bucket;
    private final String account;

    ScreenshotsIT(Stage stage) {
        this.stage = stage;
        var api = new Api(
                stage.platform().consoleUrl(), stage.demo().get("apiToken").asString());
        var namespace = api.get("/namespaces").expect(200).get("items").get(0).get("name");
        bucket = "/console/b/" + namespace.asString() + "/photos/";
        account = api.get("/me").expect(200).get("account").get("id").asString();
    }

    enum Look {
        LIGHT(1280, 800, ColorScheme.LIGHT),
        DARK(1280, 800, ColorScheme.DARK),
        PHONE(390, 844, ColorScheme.LIGHT);

        private final int width;
        private final int height;
        private final ColorScheme colors;

        Look(int width, int height, ColorScheme colors) {
            this.width = width;
            this.height = height;
            this.colors = colors;
        }

        NewContextOptions on(NewContextOptions options) {
            return options.setViewportSize(width, height).setColorScheme(colors).setReducedMotion(ReducedMotion.REDUCE);
        }

        void on(Page page) {
            page.setViewportSize(width, height);
            page.emulateMedia(
                    new Page.EmulateMediaOptions().setColorScheme(colors).setReducedMotion(ReducedMotion.REDUCE));
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_public_pages_are_in_order(Look look) {
        walk(look, publicPages(), visitor -> visitor);
    }

    @ParameterizedTest
    @EnumSource
    void the_console_is_in_order(Look look) {
        walk(look, consolePages(), visitor -> signIn(visitor, "user"));
    }

    @ParameterizedTest
    @EnumSource
    void the_operators_pages_are_in_order(Look look) {
        walk(look, adminPages(), visitor -> signIn(visitor, "admin"));
    }

    private static Map<String, String> publicPages() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("landing", "/");
        pages.put("pricing", "/pricing");
        pages.put("guide", "/docs/getting-started");
        pages.put("guide-tools", "/docs/tools");
        pages.put("terms", "/legal/terms");
        pages.put("sign-up", "/oauth2/authorization/keycloak?prompt=create");
        pages.put("sign-in", "/console/");
        pages.put("signed-out", "/signed-out");
        return pages;
    }

    private Map<String, String> consolePages() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("dashboard", "/console/");
        pages.put("buckets", "/console/buckets");
        pages.put("create-bucket", "/console/buckets?create");
        for (var tab : new String[] {"files", "links", "keys", "usage", "settings"})
            pages.put("bucket-" + tab, bucket + tab);
        pages.put("folder", bucket + "files?prefix=2026/may/");
        pages.put("usage", "/console/usage");
        pages.put("tokens", "/console/tokens");
        pages.put("account", "/console/account");
        return pages;
    }

    private Map<String, String> adminPages() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("admin", "/console/admin");
        pages.put("admin-accounts", "/console/admin/accounts");
        pages.put("admin-account", "/console/admin/accounts/" + account);
        pages.put("admin-usage", "/console/admin/usage");
        pages.put("admin-engines", "/console/admin/engines");
        return pages;
    }

    private void walk(Look look, Map<String, String> pages, UnaryOperator<Visitor> arrive) {
        var softly = new SoftAssertions();
        try (var visitor = arrive.apply(stage.visitor(look::on))) {
            pages.forEach((name, path) -> see(visitor, look, name, path, softly));
        }
        softly.assertAll();
    }

    private static void see(Visitor visitor, Look look, String name, String path, SoftAssertions softly) {
        visitor.complaints().clear();
        visitor.open(path);
        inspect(visitor, look, name, softly);
    }

    /** As it is now, in every look and by the rules; afterwards as wide as before. */
    static void inspect(Visitor visitor, String name) {
        var softly = new SoftAssertions();
        for (var look : Look.values()) {
            look.on(visitor.page());
            visitor.settle();
            inspect(visitor, look, name, softly);
        }
        Look.LIGHT.on(visitor.page());
        softly.assertAll();
    }

    /** In one look. */
    static void inspect(Visitor visitor, Look look, String name) {
        var softly = new SoftAssertions();
        inspect(visitor, look, name, softly);
        softly.assertAll();
    }

    /** Takes the picture, and looks at it by the rules. */
    static void inspect(Visitor visitor, Look look, String name, SoftAssertions softly) {
        var page = visitor.page();
        page.evaluate("document.fonts.ready");
        page.waitForFunction(FILLED);
        picture(page, name + "-" + look.name().toLowerCase(Locale.ROOT));
        var text = page.locator("body").innerText();
        softly.assertThat(text).as(name).hasSizeGreaterThan(LEAST_LETTERS).doesNotContain("Something broke");
        softly.assertThat(page.evaluate(STICKING_OUT))
                .as("%s in %s: what sticks out", name, look)
                .isEqualTo(List.of());
        softly.assertThat(Axe.violations(page))
                .as("%s in %s: what axe says", name, look)
                .isEmpty();
        softly.assertThat(visitor.complaints()).as("%s in %s", name, look).isEmpty();
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
    }

    private Visitor signIn(Visitor visitor, String who) {
        var person = stage.demo().get(who);
        visitor.signIn(person.get("email").asString(), person.get("password").asString());
        return visitor;
    }
}
