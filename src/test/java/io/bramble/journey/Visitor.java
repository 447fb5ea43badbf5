package io.bramble.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Somebody with a browser of their own, which remembers every complaint of the pages they saw. */
final class Visitor implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("brm_[A-Za-z0-9_-]+");
    static final int PATIENCE_MILLIS = 20_000;
    private static final String SETTLED = """
            () => document.readyState === 'complete'
              && Object.values(window.Vaadin?.Flow?.clients ?? {}).every(client => !client.isActive?.())
              && !document.querySelector('vaadin-grid[loading]')""";

    private final BrowserContext context;
    private final URI console;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Visitor(BrowserContext context, URI console) {
        this.context = context;
        this.console = console;
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.onConsoleMessage(message -> {
            // Off the network is who was taken off it by the test itself.
            if (message.type().equals("error") && !message.text().contains("ERR_INTERNET_DISCONNECTED"))
                complaints.add(message.text() + " " + message.location());
        });
        context.onWebError(error -> {
            // Keycloak's registration form looks for a password field that it does not have.
            if (!error.error().contains("/realms/")) complaints.add(error.error());
        });
        context.onResponse(this::note);
        page = context.newPage();
    }

    Page page() {
        return page;
    }

    Page newTab() {
        return context.newPage();
    }

    URI console() {
        return console;
    }

    BrowserContext context() {
        return context;
    }

    /** What scripts, the network and the content security policy complained about. */
    List<String> complaints() {
        return complaints;
    }

    Visitor open(String path) {
        page.navigate(console + path);
        return settle();
    }

    /** Waits until the console has nothing more to say. */
    Visitor settle() {
        page.waitForFunction(SETTLED);
        return this;
    }

    /** From the console's door to a drawn page. */
    void signIn(String email, String password) {
        page.navigate(console + "/console/");
        page.getByLabel("E-mail address").fill(email);
        page.locator("input[name=password]").fill(password);
        button("Sign in").click();
        page.waitForURL(console + "/console/**");
        settle();
    }

    Locator button(String name) {
        return buttonIn(page.locator("body"), name);
    }

    Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator heading(String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    /** The open dialog with this title. */
    Locator dialog(String title) {
        return page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName(title));
    }

    static Locator buttonIn(Locator place, String name) {
        return place.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /** An API token that may do everything, made as a person makes it. */
    String createToken() {
        open("/console/tokens");
        button("Create token").click();
        var form = dialog("Create token");
        form.getByLabel("Name").fill("journey");
        for (var scope : form.getByRole(AriaRole.CHECKBOX).all()) scope.check();
        buttonIn(form, "Create").click();
        var shown = dialog("journey is ready").locator("pre");
        assertThat(shown).isVisible();
        return TOKEN.matcher(shown.textContent())
                .results()
                .findFirst()
                .orElseThrow()
                .group();
    }

    void hasNothingToComplainAbout() {
        assertThat(complaints).isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }

    private void note(Response response) {
        if (response.status() >= 500) complaints.add(response.status() + " " + response.url());
    }
}
