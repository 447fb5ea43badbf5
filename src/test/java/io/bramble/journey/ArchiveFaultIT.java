package io.bramble.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An archive when the store, the connection, the browser or the person does not play along. */
@ExtendWith(Stage.Setting.class)
class ArchiveFaultIT {
    private static final int MIB = 1 << 20;
    private static final String NO_WORKER = "delete Navigator.prototype.serviceWorker";
    /** Of the store's answer for odd.bin the function odd, below, makes another. */
    private static final String ODD_FILE = """
            const real = window.fetch;
            window.ranges = [];
            window.fetch = async (url, options) => {
              const answer = await real(url, options);
              if (!String(url).includes('odd.bin')) return answer;
              const range = options?.headers?.range;
              if (range) window.ranges.push(range);
              return range ? answer : new Response(new ReadableStream(odd(answer.body.getReader())), { headers: answer.headers });
            };""";

    private static final String BREAKS_OFF = ODD_FILE + """
            const odd = (reader) => {
              let size = 0;
              return { async pull(to) {
                if (size > 1 << 20) { void reader.cancel(); return to.error(new TypeError('network error')); }
                const { value } = await reader.read();
                size += value.byteLength;
                to.enqueue(value);
              } };
            };""";
    private static final String NEVER_ENDS = ODD_FILE + """
            const odd = () => ({ async pull(to) {
              await new Promise((done) => setTimeout(done, 1));
              to.enqueue(new Uint8Array(1 << 20));
            } });""";
    private static final String ASKS_WHERE = """
            window.asked = 0;
            window.showSaveFilePicker = async () => { window.asked++; throw new DOMException('no', 'AbortError'); }""";
    private static final String LISTS_TOO_MANY = """
            () => customElements.whenDefined('bramble-zip').then((zip) => {
              const entries = Array.from({ length: 10001 }, (_, n) => ({ key: `folder/${n}`, sizeBytes: 1, modifiedMillis: 0 }));
              zip.prototype.list = async () => ({ entries, next: null });
            })""";

    private final Stage stage;
    private ZipScene scene;

    ArchiveFaultIT(Stage stage) {
        this.stage = stage;
    }

    @BeforeEach
    void somebody_has_files() {
        scene = ZipScene.open(stage);
        scene.put("top.txt", "top");
    }

    @Test
    void what_cannot_be_fetched_is_named_in_the_archive() throws IOException {
        scene.put("folder/there.txt", "there");
        scene.put("folder/broken.txt", "broken");
        scene.visitor().context().addInitScript(ZipScene.NO_PICKER);
        scene.visitor()
                .context()
                .route(
                        Pattern.compile("/broken\\.txt\\?"),
                        route -> route.fulfill(new FulfillOptions()
                                .setStatus(404)
                                .setHeaders(Map.of("access-control-allow-origin", "*"))));
        var found = ZipScene.unpack(scene.download().path());
        assertThat(found).containsOnlyKeys("top.txt", "folder/there.txt", "_errors.txt");
        assertThat(new String(found.get("_errors.txt"), UTF_8))
                .isEqualTo("folder/broken.txt: the store refused it (404)\n");
        assertThat(scene.tray()).containsText("2 files, 8 B. 1 file could not be fetched: its _errors.txt names them.");
        Visitor.buttonIn(scene.tray(), "Close").click();
        assertThat(scene.tray()).hasCount(0);
    }

    @Test
    void a_connection_that_breaks_in_the_middle_of_a_file_goes_on_from_there() throws IOException {
        var content = random(5 * MIB);
        scene.put("folder/odd.bin", content);
        scene.visitor().context().addInitScript(ZipScene.NO_PICKER);
        scene.visitor().context().addInitScript(BREAKS_OFF);
        var download = scene.download();
        assertThat(scene.tray()).containsText("is saved: 2 files");
        var found = ZipScene.unpack(download.path());
        assertThat(found.get("folder/odd.bin")).isEqualTo(content);
        assertThat((String) scene.visitor().page().evaluate("window.ranges.join()"))
                .matches("bytes=[1-9]\\d{6}-");
    }

    @Test
    void a_browser_without_any_other_way_keeps_a_small_archive_in_memory() throws IOException {
        scene.put("folder/small.txt", "small");
        withoutAnyOtherWay();
        assertThat(ZipScene.unpack(scene.download().path())).containsOnlyKeys("top.txt", "folder/small.txt");
    }

    @Test
    void memory_takes_no_more_than_200_MiB() {
        scene.put("folder/odd.bin", "small, says the listing");
        withoutAnyOtherWay();
        scene.visitor().context().addInitScript(NEVER_ENDS);
        scene.chooseAll();
        scene.clickDownload();
        assertThat(scene.tray())
                .containsText("This browser keeps archives in memory, at most 200 MiB. “Copy commands”");
        ScreenshotsIT.inspect(scene.visitor(), "zip-failed");
    }

    @Test
    void stopping_ends_the_download_that_a_service_worker_hands_to_the_browser() {
        scene.put("folder/odd.bin", "small, says the listing");
        scene.visitor().context().addInitScript(ZipScene.NO_PICKER);
        scene.visitor().context().addInitScript(NEVER_ENDS);
        var download = scene.download();
        assertThat(scene.tray()).containsText(Pattern.compile("1 file, \\d.* MiB"));
        Visitor.buttonIn(scene.tray(), "Stop").click();
        assertThat(scene.tray()).containsText("Stopped " + scene.key().bucket() + ".zip.");
        assertThat(download.failure()).isNotNull();
    }

    @Test
    void too_many_files_are_counted_before_anything_is_asked_or_written() {
        scene.put("folder/one.txt", "one");
        scene.visitor().context().addInitScript(ASKS_WHERE);
        scene.chooseAll();
        scene.visitor().page().evaluate(LISTS_TOO_MANY);
        scene.clickDownload();
        var dialog = scene.visitor().dialog("More than 10,000 files");
        assertThat(dialog).containsText("rclone copy bramble:" + scene.key().bucket() + "/folder/ ./folder/");
        assertThat(dialog.getByRole(AriaRole.BUTTON)).hasCount(2); // copy, close
        assertThat(scene.tray()).hasCount(0);
        assertThat(scene.visitor().page().evaluate("window.asked")).isEqualTo(0);
        ScreenshotsIT.inspect(scene.visitor(), "zip-too-many");
    }

    private void withoutAnyOtherWay() {
        scene.visitor().context().addInitScript(ZipScene.NO_PICKER);
        scene.visitor().context().addInitScript(NO_WORKER);
    }

    private static byte[] random(int size) {
        var content = new byte[size];
        new Random(1).nextBytes(content);
        return content;
    }
}
