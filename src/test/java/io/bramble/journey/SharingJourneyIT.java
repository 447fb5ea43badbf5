package io.bramble.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A member shares, and somebody without an account downloads and sends. */
@ExtendWith(Stage.Setting.class)
class SharingJourneyIT {
    private static final int MIB = 1 << 20;

    /** What a screen reader is told politely. */
    private static final String HEARD = """
            window.heard = [];
            new MutationObserver((changes) => changes
              .filter(({ target }) => target instanceof Element && target.closest('[role=status]'))
              .forEach(({ target }) => heard.push(target.textContent))).observe(document, { subtree: true, childList: true });""";

    private final Stage stage;
    private final Api api;
    private final JsonNode photos;

    SharingJourneyIT(Stage stage) {
        this.stage = stage;
        api = new Api(
                stage.platform().consoleUrl(), stage.demo().get("apiToken").asString());
        var buckets = api.get("/buckets").expect(200).get("items");
        photos = StreamSupport.stream(buckets.spliterator(), false)
                .filter(bucket -> bucket.get("name").asString().equals("photos"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_folder_is_shared_with_a_password_and_taken_back() throws IOException {
        try (var member = signedIn();
                var guest = stage.visitor()) {
            var url = share(member);
            guest.context().addInitScript(HEARD);
            guest.page().navigate(url);
            assertThat(guest.heading("This link has a password")).isVisible();
            guest.complaints().clear(); // its 403
            ScreenshotsIT.inspect(guest, "share-locked");
            guest.page().getByLabel("Password").fill("blackberry");
            guest.button("Open").click();
            assertThat(guest.page().locator(".share-files li").first()).isVisible();
            ScreenshotsIT.inspect(guest, "share-folder");
            savesAll(guest);
            goDown(guest);
            var first = guest.page().locator(".share-get").first();
            var download = guest.page().waitForDownload(first::click);
            assertThat(Files.size(download.path())).isPositive();
            guest.page().locator("a.share-name:not(.folder)").first().click();
            assertThat(guest.page().locator(".share-preview > *")).isVisible();
            ScreenshotsIT.inspect(guest, "share-file");
            guest.hasNothingToComplainAbout();
            member.open(tab());
            ScreenshotsIT.inspect(member, "bucket-links-filled");
            Visitor.buttonIn(member.page().locator("vaadin-grid"), "Revoke")
                    .first()
                    .click();
            Visitor.buttonIn(member.page().getByRole(AriaRole.ALERTDIALOG), "Revoke")
                    .click();
            assertThat(member.page().locator("vaadin-grid")).containsText("Revoked");
            guest.page().navigate(url);
            assertThat(guest.heading("There is nothing here")).isVisible();
            guest.complaints().clear(); // its 404
            ScreenshotsIT.inspect(guest, "share-gone");
        }
    }

    @Test
    void several_links_are_copied_and_taken_back_together() {
        var email = "several-" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
        stage.platform().people().add(email, "Sam", Stage.PASSWORD);
        try (var member = stage.visitor()) {
            member.signIn(email, Stage.PASSWORD);
            var owner = new Api(member.console(), member.createToken());
            var bucket =
                    owner.readyBucket("several-" + UUID.randomUUID().toString().substring(0, 8));
            var kept = linkTo(owner, bucket, "kept/");
            var one = linkTo(owner, bucket, "one/");
            var two = linkTo(owner, bucket, "two/");
            member.open("/console/b/" + bucket.get("namespace").asString() + "/"
                    + bucket.get("name").asString() + "/links");
            var boxes = member.page().locator("vaadin-grid vaadin-checkbox:visible");
            boxes.nth(0).click(); // the newest
            boxes.nth(1).click();
            var chosen = member.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Selection"));
            assertThat(chosen).containsText("2 links selected");
            ScreenshotsIT.inspect(member, "bucket-links-chosen");
            assertThat(Visitor.buttonIn(chosen, "Copy links")).hasAttribute("data-copy", two + "\n" + one);
            Visitor.buttonIn(chosen, "Revoke").click();
            var question = member.page().getByRole(AriaRole.ALERTDIALOG);
            assertThat(question).containsText("Revoke 2 links?");
            Visitor.buttonIn(question, "Revoke").click();
            assertThat(chosen).isHidden();
            var grid = member.page().locator("vaadin-grid");
            assertThat(grid.getByText("Revoked", new Locator.GetByTextOptions().setExact(true))
                            .locator("visible=true"))
                    .hasCount(2);
            assertThat(grid.locator("[data-copy='" + kept + "']")).isVisible();
        }
    }

    static String linkTo(Api owner, JsonNode bucket, String path) {
        var until = Instant.now().plus(Duration.ofDays(1)).toString();
        var wish = Map.of("kind", "download", "name", path, "path", path, "expiresAt", until);
        return owner.post("/buckets/" + Api.id(bucket) + "/shares", wish)
                .expect(201)
                .get("url")
                .asString();
    }

    @SuppressWarnings("unchecked") // of HEARD
    private static List<String> heard(Visitor visitor) {
        return (List<String>) visitor.page().evaluate("window.heard.filter(Boolean)");
    }

    @Test
    void somebody_sends_files_that_were_asked_for(@TempDir Path folder) throws IOException {
        var link = api.post(
                        "/buckets/" + Api.id(photos) + "/shares",
                        Map.of(
                                "kind",
                                "upload",
                                "name",
                                "Photos of the party",
                                "path",
                                "inbox/",
                                "expiresAt",
                                Instant.now().plus(Duration.ofDays(1)).toString(),
                                "mostBytes",
                                64 * MIB))
                .expect(201);
        try (var guest = stage.visitor()) {
            guest.context().addInitScript(HEARD);
            guest.page().navigate(link.get("url").asString());
            ScreenshotsIT.inspect(guest, "share-request");
            guest.page().getByLabel("Your name, if you like").fill("Bert");
            guest.page().locator("#files").setInputFiles(new Path[] {
                file(folder, "one.txt", 5),
                file(folder, "smile 🫐 + 100%.txt", 7),
                file(folder, "in parts.bin", 20 * MIB),
                file(folder, "too large.bin", 65 * MIB)
            });
            assertThat(guest.page().locator("#summary")).containsText("3 of 4 files sent. 1 failed.");
            assertThat(guest.page().locator("#list")).containsText("larger than the 64 MiB that this link takes");
            assertThat(heard(guest))
                    .endsWith("Upload ended: 3 files stored, 1 file failed.")
                    .allMatch(
                            words -> words.matches("Uploading \\d files?\\.|\\d+0 percent uploaded\\.|Upload ended.*"));
            ScreenshotsIT.inspect(guest, "share-request-sent");
        }
        var after = api.get("/shares/" + Api.id(link)).expect(200);
        assertThat(after.get("receivedFiles").asInt()).isEqualTo(3);
        assertThat(after.get("receivedBytes").asInt()).isEqualTo(12 + 20 * MIB);
        try (var member = signedIn()) {
            member.open(tab().replace("/links", "/files?prefix=inbox/"));
            assertThat(member.page().locator("vaadin-grid")).containsText("Bert");
        }
    }

    private static void savesAll(Visitor guest) throws IOException {
        guest.page().evaluate("() => { delete window.showSaveFilePicker }"); // nobody is here to choose a place
        var archive = guest.page().waitForDownload(guest.button("Download all as .zip")::click);
        assertThat(archive.suggestedFilename()).isEqualTo("2026.zip");
        try (var zip = new ZipFile(archive.path().toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName)).anyMatch(name -> name.endsWith(".png"));
            for (var entry : Collections.list(zip.entries()))
                assertThat(zip.getInputStream(entry).readAllBytes()).hasSize((int) entry.getSize());
        }
        assertThat(guest.page().locator("#zip > p")).containsText("2026.zip is saved");
        assertThat(heard(guest)).hasSize(2).last().asString().startsWith("2026.zip is saved");
        ScreenshotsIT.inspect(guest, "share-folder-saved");
    }

    private String share(Visitor member) {
        member.open(tab());
        member.button("Share a link").click();
        var form = member.dialog("Share a link");
        form.getByLabel("Name").fill("For Bert");
        form.getByLabel("File or folder").fill("2026/");
        form.getByLabel("Password, if you like").fill("blackberry");
        ScreenshotsIT.inspect(member, "share-dialog");
        Visitor.buttonIn(form, "Create link").click();
        var ready = member.dialog("For Bert");
        assertThat(ready.locator("code").first()).isVisible();
        ScreenshotsIT.inspect(member, "share-ready");
        var url = ready.locator("code").first().textContent();
        Visitor.buttonIn(ready, "Done").click();
        return url;
    }

    /** To the first folder that has a file to look at. */
    private static void goDown(Visitor guest) {
        var files = guest.page().locator("a.share-name:not(.folder)");
        for (var folders = 0; files.count() == 0 && folders < 3; folders++) {
            guest.page().locator("a.share-name.folder").first().click();
            guest.page().waitForLoadState();
        }
    }

    private String tab() {
        return "/console/b/" + photos.get("namespace").asString() + "/photos/links";
    }

    private static Path file(Path folder, String name, int bytes) throws IOException {
        var file = folder.resolve(name);
        try (var content = new RandomAccessFile(file.toFile(), "rw")) {
            content.setLength(bytes);
        }
        return file;
    }

    private Visitor signedIn() {
        var person = stage.demo().get("user");
        var visitor = stage.visitor();
        visitor.signIn(person.get("email").asString(), person.get("password").asString());
        return visitor;
    }
}
