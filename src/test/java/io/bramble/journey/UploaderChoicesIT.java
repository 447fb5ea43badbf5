package io.bramble.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the uploader leaves to the person, each answer given once, and what it tells those who listen. */
@ExtendWith(Stage.Setting.class)
class UploaderChoicesIT extends UploadJourney {
    private static final String HEAR = """
            () => {
              window.heard = [];
              const note = () => document.querySelectorAll('bramble-upload-tray > [role=status], bramble-upload-tray > [role=alert]').forEach(({ textContent: words }) => {
                if (words && window.heard.at(-1) !== words) window.heard.push(words);
              });
              new MutationObserver(note).observe(document.body, { childList: true, characterData: true, subtree: true });
            }""";
    private static final String WOULD_WARN =
            "() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))";

    UploaderChoicesIT(Stage stage) {
        super(stage.platform());
    }

    @Test
    void a_name_that_is_taken_is_replaced_kept_beside_or_left_as_the_person_wishes() throws Exception {
        give("first");
        uploading.files().awaitWords("1 file uploaded");
        give("second");
        answer("Replace");
        uploading.files().awaitWords("1 file uploaded");
        assertThat(contents()).isEqualTo(Map.of("a.txt", "second"));
        give("third");
        answer("Keep both");
        uploading.files().awaitWords("1 file uploaded");
        assertThat(contents()).isEqualTo(Map.of("a.txt", "second", "a (2).txt", "third"));
        give("fourth");
        answer("Skip");
        uploading.files().awaitWords("1 skipped, already there");
        give("fifth");
        answer("Cancel");
        uploading.files().awaitWords("1 skipped, already there"); // the tray is what it was
        assertThat(contents()).isEqualTo(Map.of("a.txt", "second", "a (2).txt", "third"));
    }

    @Test
    void a_second_copy_whose_answer_got_lost_does_not_become_a_third() throws Exception {
        give("first");
        uploading.files().awaitWords("1 file uploaded");
        gate.withhold(request -> request.puts("a (2).txt"));
        give("second");
        answer("Keep both");
        var both = Map.of("a.txt", "first", "a (2).txt", "second");
        var key = uploading.key("read-only");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(contents(key)).isEqualTo(both));
        gate.withhold(request -> false);
        uploading.openFiles();
        assertThat(uploading.files().tray()).containsText("An upload was interrupted");
        uploading.files().give(given.resolve("a.txt"));
        uploading.files().awaitWords("1 file uploaded");
        assertThat(contents()).isEqualTo(both);
    }

    @Test
    void leaving_asks_as_long_as_bytes_move() throws Exception {
        gate.slow(4 * MIB);
        var page = uploading.page();
        uploading.files().give(given.large("film.bin", 48));
        awaitTaken(1);
        uploading.files().order("Hide files").click(); // browsers ask only who has touched the page
        var asked = new Dialog[1];
        page.onceDialog(dialog -> {
            asked[0] = dialog;
            dialog.dismiss();
        });
        page.close(new Page.CloseOptions().setRunBeforeUnload(true));
        page.waitForCondition(() -> asked[0] != null);
        assertThat(asked[0].type()).isEqualTo("beforeunload");
        assertThat(page.evaluate(WOULD_WARN)).isEqualTo(true);
        gate.slow(Long.MAX_VALUE);
        uploading.files().awaitWords("1 file uploaded");
        assertThat(page.evaluate(WOULD_WARN)).isEqualTo(false);
        assertThat(stored()).isEqualTo(Manifest.of(given));
    }

    @Test
    void what_the_store_refused_is_told_saved_as_a_table_and_sent_again() throws Exception {
        var context = uploading.visitor().context();
        Predicate<String> refused = url -> url.contains("/=1%2B1.txt") || url.contains("/%3D1%2B1.txt");
        context.route(refused, UploaderChoicesIT::refuse);
        uploading.files().give(given.small("=1+1.txt", 100), given.small("fine.txt", 100));
        uploading.files().awaitWords("1 of 2 files uploaded");
        assertThat(uploading.files().tray().locator("li.failed")).containsText("The store refused it");
        assertThat(failuresSaved())
                .isEqualTo("""
                \ufeff"File","Size in bytes","Bucket","Reason"\r
                "'=1+1.txt","100","%s","The store refused it (AccessDenied)."\r
                """.formatted(uploading.key("read-only").bucket()));
        context.unroute(refused);
        button("Retry failed").click();
        assertThat(uploading.files().tray().locator("h2")).hasText("2 files uploaded");
        assertThat(stored()).isEqualTo(Manifest.of(given));
        uploading.visitor().complaints().clear(); // of the refusal, by the browser itself
    }

    @Test
    void an_interrupted_upload_is_discarded_with_all_that_had_arrived() throws Exception {
        gate.slow(4 * MIB);
        uploading.files().give(given.large("film.bin", 64));
        awaitTaken(2);
        uploading.openFiles();
        gate.slow(Long.MAX_VALUE);
        assertThat(uploading.files().tray()).containsText("An upload was interrupted");
        var key = uploading.key("read-write");
        var parts = key.store().multipart();
        assertThat(parts.open(key.bucket(), "")).hasSize(1);
        button("Discard film.bin").click();
        Visitor.buttonIn(uploading.page().locator(".upload-question"), "Discard")
                .click();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(parts.open(key.bucket(), "")).isEmpty());
        assertThat(stored()).isEmpty();
        uploading.openFiles();
        assertThat(uploading.files().page().locator("bramble-uploader")).isAttached();
        assertThat(uploading.files().tray()).not().containsText("interrupted");
    }

    @Test
    void where_room_is_short_what_fits_is_sent_and_the_rest_when_there_is_more() throws Exception {
        quota(2 * MIB);
        uploading.files().give(given.small("a.bin", 1 << 20), given.small("b.bin", 1 << 10), given.large("c.bin", 20));
        assertThat(question()).containsText("Not enough room");
        answer("Send what fits");
        uploading.files().awaitWords("2 of 3 files uploaded");
        assertThat(stored().keySet()).containsExactlyInAnyOrder("a.bin", "b.bin");
        quota(100 * MIB);
        button("Retry failed").click();
        assertThat(uploading.files().tray().locator("h2")).hasText("3 files uploaded");
        assertThat(stored()).isEqualTo(Manifest.of(given));
    }

    @Test
    @SuppressWarnings("unchecked") // what HEAR keeps
    void who_listens_hears_of_the_beginning_and_the_end() {
        uploading.page().evaluate(HEAR);
        gate.slow(4 * MIB);
        uploading.files().give(given.large("film.bin", 24), given.small("notes.txt", 100));
        uploading.files().awaitWords("2 files uploaded");
        await().untilAsserted(() -> assertThat((List<String>) uploading.page().evaluate("window.heard"))
                .startsWith("Uploading 2 files.")
                .endsWith("Upload ended: 2 files stored."));
    }

    private static void refuse(Route route) {
        var denied = "<Error><Code>AccessDenied</Code></Error>";
        var headers = Map.of("Access-Control-Allow-Origin", "*", "Content-Type", "application/xml");
        route.fulfill(
                new Route.FulfillOptions().setStatus(403).setHeaders(headers).setBody(denied));
    }

    private String failuresSaved() throws IOException {
        var download =
                uploading.page().waitForDownload(() -> button("Save as CSV").click());
        assertThat(download.suggestedFilename()).isEqualTo("failed uploads.csv");
        return Files.readString(download.path());
    }

    /** The one file, each time with another content. */
    private void give(String content) throws IOException {
        uploading.files().give(Files.writeString(given.resolve("a.txt"), content));
    }

    private Map<String, String> contents() {
        return contents(uploading.key("read-only"));
    }

    private static Map<String, String> contents(Key key) {
        return key.list("").keySet().stream()
                .collect(toMap(name -> name, name -> new String(key.store().get(key.bucket(), name, 1000), UTF_8)));
    }

    private void quota(long bytes) {
        uploading
                .api()
                .put("/buckets/" + uploading.bucketId() + "/quota", Map.of("bytes", bytes))
                .expect(200);
    }

    private Locator question() {
        return uploading.page().locator(".upload-question");
    }

    private void answer(String choice) {
        Visitor.buttonIn(question(), choice).click();
        assertThat(question()).isHidden();
    }

    private Locator button(String name) {
        return Visitor.buttonIn(uploading.files().tray(), name);
    }
}
