package io.bramble.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.PageAssertions.HasURLOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.DropPayload;
import io.bramble.local.LocalPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** From the landing page to a file that is stored, taken out again, and reached by the person's programs. */
@ExtendWith(Stage.Setting.class)
class SignUpJourneyIT {
    private static final int SOON_MILLIS = 5_000; // about 3 s where nobody else works
    private static final int MANY_FILES = 2_500;
    private static final int MANY_MILLIS = 240_000;

    private final Stage stage;
    private final Visitor visitor;
    private final Page page;
    private final Terminal terminal = Terminal.open();
    private final String name = "ada-" + UUID.randomUUID().toString().substring(0, 8);
    private final String email = name + "@example.org";

    SignUpJourneyIT(Stage stage) {
        this.stage = stage;
        visitor = stage.visitor();
        page = visitor.page();
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    @Test
    void a_stranger_becomes_a_customer_who_stores_files_and_leaves() throws IOException {
        var link = new SignUp(stage, visitor).run(name, email);
        keepsWhenTheTermsWereAccepted();
        showsTheNamespace();
        createsABucket();
        uploads();
        downloadsWhatWasUploaded();
        uploadsAFolderOfManyFiles();
        handsAKeyToPrograms();
        visitor.hasNothingToComplainAbout();
        signsOut();
        usesTheMailedLinkAgain(link);
    }

    @Test
    void a_session_that_keycloak_ends_takes_its_open_pages_along() {
        stage.platform().people().add(email, "Ada", Stage.PASSWORD);
        visitor.signIn(email, Stage.PASSWORD);
        visitor.open("/console/usage");
        var second = visitor.newTab();
        second.navigate(stage.console("/console/tokens"));
        assertThat(second.getByText("No tokens yet")).isVisible();
        stage.platform().people().signOut(email);
        leaves(page);
        leaves(second);
        second.getByLabel("E-mail address").fill(email);
        second.locator("input[name=password]").fill(Stage.PASSWORD);
        second.keyboard().press("Enter");
        assertThat(second).hasURL(stage.console("/console/tokens"));
    }

    /** Keycloak's moment, in whole seconds and before the first sign-in; not the console's. */
    private void keepsWhenTheTermsWereAccepted() {
        var postgres = stage.platform().postgres();
        var database = JdbcClient.create(new DriverManagerDataSource(
                postgres.url("bramble"), LocalPostgres.OWNER, postgres.password(LocalPostgres.OWNER)));
        var kept = database.sql("""
                select terms_version <> '' and terms_accepted_at = date_trunc('second', terms_accepted_at)
                       and terms_accepted_at between created_at - interval '5 minutes' and created_at
                  from app_user where email = :email""").param("email", email).query(Boolean.class).single();
        org.assertj.core.api.Assertions.assertThat(kept).isTrue();
    }

    private void showsTheNamespace() {
        visitor.open("/console/buckets?create");
        assertThat(visitor.dialog("Create bucket")).containsText(name);
    }

    private void createsABucket() {
        var form = visitor.dialog("Create bucket");
        var field = form.getByLabel("Name").first();
        field.fill("192.168.0.1");
        assertThat(form).containsText(Pattern.compile("address", Pattern.CASE_INSENSITIVE));
        field.fill("photos-" + name);
        assertThat(form).containsText("Free.");
        Visitor.buttonIn(form, "Create").click();
        // Without a reload: the worker's progress is pushed.
        var ready = visitor.dialog("photos-" + name + " is ready");
        Visitor.buttonIn(ready, "Open bucket").click();
        assertThat(page.getByTestId("bucket-state")).hasText("Ready");
    }

    private void uploads() throws IOException {
        terminal.write("empty.txt", new byte[0]);
        terminal.write("large.bin", random(9_000_000));
        terminal.write("trip/day one/notes.txt", "first".getBytes(UTF_8));
        terminal.write("trip/map.png", random(30_000));
        terminal.write("dropped.txt", "dropped".getBytes(UTF_8));
        page.locator("bramble-uploader input.files").setInputFiles(new Path[] {file("empty.txt"), file("large.bin")});
        assertThat(tray()).containsText("2 files uploaded");
        page.locator("bramble-uploader input.folder").setInputFiles(file("trip"));
        assertThat(tray()).containsText("29.3 KiB stored");
        page.locator(".files").first().drop(new DropPayload().setFiles(file("dropped.txt")));
        assertThat(tray()).containsText("1 file uploaded");
        for (var shown : List.of("trip", "empty.txt", "large.bin", "dropped.txt"))
            assertThat(cell(shown)).isVisible();
    }

    private void downloadsWhatWasUploaded() throws IOException {
        assertSameAfterDownload("large.bin", "large.bin");
        assertSameAfterDownload("dropped.txt", "dropped.txt");
        visitor.link("trip").click();
        assertThat(page).hasURL(Pattern.compile("prefix=trip"));
        assertSameAfterDownload("map.png", "trip/map.png");
        visitor.link("day one").click();
        assertSameAfterDownload("notes.txt", "trip/day one/notes.txt");
    }

    private void assertSameAfterDownload(String shown, String original) throws IOException {
        var download =
                page.waitForDownload(() -> visitor.button("Download " + shown).click());
        assertThat(Files.mismatch(download.path(), file(original))).as(original).isEqualTo(-1);
    }

    /** All arrive whole, by the store's own list; the page answers meanwhile. */
    private void uploadsAFolderOfManyFiles() {
        var sizes = new TreeMap<String, Long>();
        for (var number = 0; number < MANY_FILES; number++) {
            var path = "many/%02d/file %04d.bin".formatted(number % 25, number);
            terminal.write(path, random(1 + number % 3000));
            sizes.put(path, 1L + number % 3000);
        }
        var files = "/console/b/" + name + "/photos-" + name + "/files";
        visitor.open(files);
        var began = System.nanoTime();
        page.locator("bramble-uploader input.folder").setInputFiles(file("many"));
        assertThat(tray()).containsText(Pattern.compile("Uploading"));
        page.getByLabel("Search for names").fill("large");
        assertThat(cell("large.bin")).isVisible();
        assertThat(cell("empty.txt")).isHidden();
        assertThat(tray()).containsText("2,500 files uploaded", new ContainsTextOptions().setTimeout(MANY_MILLIS));
        System.out.printf("%d files uploaded in %d ms%n", MANY_FILES, (System.nanoTime() - began) / 1_000_000);
        org.assertj.core.api.Assertions.assertThat(stored("many/")).isEqualTo(sizes);
        visitor.open(files);
        assertThat(cell("many")).isVisible();
    }

    private Map<String, Long> stored(String prefix) {
        var api = new Api(stage.platform().consoleUrl(), visitor.createToken());
        var bucket = api.get("/buckets").expect(200).get("items").get(0);
        return api.key(bucket, "read-only").list(prefix);
    }

    private void handsAKeyToPrograms() {
        visitor.link("Keys").click();
        visitor.button("Create key").click();
        var form = visitor.dialog("Create key");
        form.getByLabel("Name").fill("My laptop");
        Visitor.buttonIn(form, "Create").click();
        var shown = visitor.dialog("My laptop is ready");
        assertThat(shown.getByText("Active", new Locator.GetByTextOptions().setExact(true)))
                .isVisible();
        for (var program : List.of("aws", "mc", "rclone", "Python")) pastesTheLinesOf(program, shown);
        shown.getByRole(AriaRole.CHECKBOX).check();
        Visitor.buttonIn(shown, "Done").click();
        assertThat(cell("My laptop")).isVisible();
    }

    /** A machine without the program goes without it; ClientsIT insists where it must. */
    private void pastesTheLinesOf(String program, Locator shown) {
        shown.getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(program))
                .click();
        var lines = shown.locator("pre");
        assertThat(lines).containsText(program.equals("Python") ? "boto3" : program + " ");
        var python = program.equals("Python");
        var installed = terminal.run(python ? "python3 -c 'import boto3'" : "command -v " + program);
        if (installed.status() != 0) return;
        var pasted = python ? "python3 <<'END'\n" + lines.textContent() + "\nEND\n" : lines.textContent();
        var outcome = terminal.run(pasted).succeeded();
        org.assertj.core.api.Assertions.assertThat(outcome.output()).contains("hello.txt");
    }

    private void signsOut() {
        var old = visitor.newTab();
        old.navigate(stage.console("/console/buckets"));
        assertThat(old.getByText("photos-" + name).first()).isVisible();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Your account"))
                .click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Sign out"))
                .click();
        page.waitForURL(stage.console("/"));
        assertThat(visitor.link("Sign in")).isVisible();
        leaves(old);
        page.navigate(stage.console("/console/buckets"));
        assertThat(page.getByLabel("E-mail address")).isVisible();
    }

    /** The page that was left open goes by itself, and shows the way back. */
    private void leaves(Page old) {
        assertThat(old).hasURL(Pattern.compile("/signed-out(\\?ended)?$"), new HasURLOptions().setTimeout(SOON_MILLIS));
        assertThat(old.locator("body")).containsText("You are signed out");
        old.getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Sign in"))
                .click();
        assertThat(old).hasURL(Pattern.compile("/realms/bramble/"));
        assertThat(old.getByLabel("E-mail address")).isVisible();
    }

    private void usesTheMailedLinkAgain(String link) {
        try (var later = stage.visitor()) {
            later.page().navigate(link);
            assertThat(later.page().locator("body")).containsText("sign in");
            assertThat(later.page().locator("body"))
                    .containsText(Pattern.compile("was used before|was confirmed before"));
        }
    }

    private Locator tray() {
        return page.locator("bramble-upload-tray");
    }

    private Locator cell(String text) {
        return page.locator("vaadin-grid").getByText(text, new Locator.GetByTextOptions().setExact(true));
    }

    private Path file(String path) {
        return terminal.folder().resolve(path);
    }

    private static byte[] random(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
