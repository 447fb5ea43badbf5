package io.bramble.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Several files and folders come as one archive that the browser makes; files are shown without acting. */
@ExtendWith(Stage.Setting.class)
class ArchiveJourneyIT {
    private static final int MIB = 1 << 20;
    /** A place on disk that needs nobody to choose it. */
    private static final String OWN_PLACE = """
            window.showSaveFilePicker = async ({ suggestedName }) =>
              (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true })""";

    static final String SVG = "<svg xmlns='http://www.w3.org/2000/svg' width='7' height='7'>"
            + "<script>document.title='acted'</script><circle r='7'/></svg>";
    private static final String READ_PLACE = """
            async name => {
              const file = await (await (await navigator.storage.getDirectory()).getFileHandle(name)).getFile();
              const link = document.createElement('a');
              link.href = URL.createObjectURL(file);
              link.download = name;
              link.click();
            }""";

    private final Stage stage;
    private final Map<String, byte[]> stored = new HashMap<>();
    private ZipScene scene;
    private Visitor visitor;
    private Key key;

    ArchiveJourneyIT(Stage stage) {
        this.stage = stage;
    }

    @BeforeEach
    void somebody_has_files() {
        scene = ZipScene.open(stage);
        visitor = scene.visitor();
        key = scene.key();
    }

    @Test
    void a_folder_and_a_file_are_saved_byte_for_byte() throws IOException {
        for (var name : new String[] {
            "top.txt", "folder/a b+c%2F#?.txt", "folder/🫐/deep/é.txt", "folder/../up.txt", "folder//double.txt"
        }) put(name, name.getBytes(UTF_8));
        var large = new byte[20 * MIB];
        new Random(1).nextBytes(large);
        put("folder/large.bin", large);
        key.store().put(key.bucket(), "folder/empty/", new byte[0], "application/x-directory");
        visitor.context().addInitScript(ZipScene.NO_PICKER);
        var archive = scene.download().path();
        assertThat(visitor.page()
                        .evaluate("navigator.serviceWorker.getRegistration('/zip/').then(r => r.active.state)"))
                .isEqualTo("activated");
        var found = ZipScene.unpack(archive);
        assertThat(found.keySet())
                .containsExactlyInAnyOrder(
                        "top.txt",
                        "folder/a b+c%2F#?.txt",
                        "folder/🫐/deep/é.txt",
                        "folder/_/up.txt",
                        "folder/_/double.txt",
                        "folder/large.bin",
                        "folder/empty/");
        assertThat(Arrays.equals(found.get("folder/large.bin"), large)).isTrue();
        assertThat(found.get("folder/_/up.txt")).isEqualTo(stored.get("folder/../up.txt"));
        visitor.hasNothingToComplainAbout();
    }

    @Test
    void a_browser_that_can_write_files_writes_it_where_the_person_says() throws IOException {
        for (var number = 0; number < 700; number++)
            put("folder/%03d.txt".formatted(number), ("no " + number).getBytes(UTF_8));
        put("top.txt", "top".getBytes(UTF_8));
        visitor.context().addInitScript(OWN_PLACE);
        scene.chooseAll();
        scene.clickDownload();
        assertThat(visitor.page().locator("bramble-zip")).containsText("is saved: 701 files");
        var archive = visitor.page()
                .waitForDownload(() -> visitor.page().evaluate(READ_PLACE, key.bucket() + ".zip"))
                .path();
        var found = ZipScene.unpack(archive);
        assertThat(found).hasSize(701);
        assertThat(found.get("folder/699.txt")).isEqualTo("no 699".getBytes(UTF_8));
    }

    @Test
    void files_are_shown_as_what_they_are_and_never_act() throws IOException {
        var attack =
                "<script>parent.document.title='acted';document.title='acted'</script><img src=x onerror=alert(1)>";
        put("page.html", attack.getBytes(UTF_8));
        put("notes.md", ("# Title\n\n**bold** " + attack).getBytes(UTF_8));
        put("table.csv", "name,\"with, comma\"\nann,\"<b>1</b>\"\n".getBytes(UTF_8));
        put("data.json", "{\"a\":[1,2]}".getBytes(UTF_8));
        put(
                "pixel.png",
                Base64.getDecoder()
                        .decode(
                                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="));
        show("notes.md");
        assertThat(visitor.page().frameLocator(".preview iframe").getByText("bold"))
                .isVisible();
        visitor.complaints().clear(); // the attack was refused
        ScreenshotsIT.inspect(visitor, "preview-markdown");
        show("table.csv");
        assertThat(visitor.page().locator(".preview th").last()).hasText("with, comma");
        assertThat(visitor.page().locator(".preview td").last()).hasText("<b>1</b>");
        ScreenshotsIT.inspect(visitor, "preview-csv");
        show("data.json");
        assertThat(visitor.page().locator(".preview pre")).containsText("  \"a\": [");
        show("pixel.png");
        visitor.page().waitForFunction("document.querySelector('.preview img')?.naturalWidth === 1");
        put("drawing.svg", SVG.getBytes(UTF_8));
        show("drawing.svg");
        visitor.page().waitForFunction("document.querySelector('.preview img')?.naturalWidth === 7");
        show("page.html");
        assertThat(visitor.page().locator(".preview")).hasCount(0);
        assertThat(visitor.page().title()).doesNotContain("acted");
    }

    private void show(String name) {
        visitor.open(scene.files() + "?file=" + name);
        assertThat(visitor.page().getByText("Storage class")).isVisible();
    }

    private void put(String name, byte[] content) {
        stored.put(name, content);
        scene.put(name, content);
    }
}
