package io.bramble.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.util.Collections;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a guest sees of shared files, up to which limit. */
@ExtendWith(Stage.Setting.class)
class SharedFilesIT {
    private static final int MIB = 1 << 20;
    private static final String TOO_MANY = """
            {"entries": [%s], "next": null}""".formatted(String.join(
            ",", Collections.nCopies(10_001, "{\"key\":\"a\",\"sizeBytes\":1,\"modifiedMillis\":0}")));

    private final Stage stage;

    SharedFilesIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void a_guest_sees_files_as_the_console_shows_them_and_nothing_acts() {
        var owner = stage.newCustomer("shown");
        var bucket = owner.readyBucket("shown-" + UUID.randomUUID().toString().substring(0, 8));
        var key = owner.key(bucket, "read-write");
        put(key, "shown/notes.md", "# Title\n\n**bold**");
        put(key, "shown/table.csv", "name,\"with, comma\"\nann,\"<b>1</b>\"\n");
        put(key, "shown/long.txt", "a".repeat(MIB) + "rest");
        put(key, "shown/drawing.svg", ArchiveJourneyIT.SVG);
        put(key, "shown/page.html", "<script>document.title='acted'</script>");
        key.store().put(key.bucket(), "shown/large.png", new byte[25 * MIB + 1], "image/png");
        try (var guest = stage.visitor()) {
            var page = guest.page();
            var folder = SharingJourneyIT.linkTo(owner, bucket, "shown/");
            page.navigate(folder);
            assertThat(page.locator("bdi.share-name")).hasText("page.html"); // the only one that leads nowhere
            assertThat(guest.link("page.html")).hasCount(0);
            saysAtOnceThatThereAreTooMany(guest);
            see(guest, folder, "notes.md");
            assertThat(page.frameLocator(".share-preview iframe").getByText("bold"))
                    .isVisible();
            ScreenshotsIT.inspect(guest, "share-markdown");
            see(guest, folder, "table.csv");
            assertThat(page.locator(".share-preview td").last()).hasText("<b>1</b>");
            ScreenshotsIT.inspect(guest, "share-csv");
            see(guest, folder, "long.txt");
            assertThat(page.locator(".share-preview")).containsText("The first MiB. Download it to see the rest.");
            assertThat(page.locator(".share-preview pre").textContent()).hasSize(MIB);
            see(guest, folder, "large.png");
            assertThat(page.locator(".share-preview")).containsText("Pictures above 25 MiB are not shown.");
            ScreenshotsIT.inspect(guest, "share-too-large");
            see(guest, folder, "drawing.svg");
            page.waitForFunction("document.querySelector('.share-preview img')?.naturalWidth === 7");
            var picture = page.locator(".share-preview img").getAttribute("src");
            var saved = page.waitForDownload(() -> page.evaluate("url => { location = url }", picture));
            assertThat(saved.suggestedFilename()).isEqualTo("drawing.svg");
            guest.hasNothingToComplainAbout();
        }
    }

    private static void see(Visitor guest, String folder, String name) {
        guest.page().navigate(folder);
        guest.link(name).click();
        assertThat(guest.heading(name)).isVisible();
    }

    private static void saysAtOnceThatThereAreTooMany(Visitor guest) {
        guest.page()
                .route(
                        "**/entries?*",
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setContentType("application/json")
                                .setBody(TOO_MANY)));
        guest.page().evaluate("() => { window.showSaveFilePicker = () => { window.asked = true } }");
        guest.button("Download all as .zip").click();
        assertThat(guest.page().locator("#zip > p"))
                .hasText("There are more than 10,000 files. Open a folder further down and take that, or take files one"
                        + " by one.");
        assertThat(guest.page().evaluate("'asked' in window")).isEqualTo(false);
    }

    private static void put(Key key, String name, String content) {
        key.store().put(key.bucket(), name, content.getBytes(UTF_8), "text/plain");
    }
}
