package io.bramble.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.bramble.storage.AwkwardKeys;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes from desktops: names that systems like to change, each stored as it is, litter, and what was copied there. */
@ExtendWith(Stage.Setting.class)
class AwkwardUploadsIT extends UploadJourney {
    private static final List<String> MORE = List.of(
            "a&b=c?.txt",
            "C:\\con.txt",
            "%",
            "%%zz.txt",
            "+ +.txt",
            " leading and trailing ",
            "two  spaces.txt",
            "dot.",
            "...",
            "..a",
            "\u202egpj.exe",
            "שלום עולם.txt",
            "zero\u200bwidth\ufeff.txt",
            "ﬁ and ﾊﾝ.txt", // other characters by NFKC, the same by NFC
            "👩‍👩‍👧‍👦.jpg",
            "esc\u001b[31m.txt",
            "line\r\nend.txt",
            "c1\u0085\u009b.txt",
            "decomposed/A\u030a e\u0301.txt",
            "ü".repeat(127),
            ("ü".repeat(127) + "/").repeat(3) + "x".repeat(250));

    private static final String TAKE_A_PICTURE = """
            async () => {
              const picture = await new OffscreenCanvas(8, 8);
              picture.getContext('2d').fillRect(0, 0, 4, 4);
              const image = await picture.convertToBlob({ type: 'image/png' });
              await navigator.clipboard.write([new ClipboardItem({ 'image/png': image })]);
            }""";

    /** As paths are NFC, and as a disk can keep them. */
    private static final List<String> NAMES = AwkwardKeys.apart(Stream.concat(AwkwardKeys.ALL.stream(), MORE.stream())
            .filter(name -> !AwkwardKeys.isOdd(name) && !name.endsWith("/"))
            .filter(name -> !name.equals(".DS_Store") && !name.equals("e\u0301"))
            .toList());

    AwkwardUploadsIT(Stage stage) {
        super(stage.platform());
    }

    @Test
    void a_chosen_folder_arrives_under_the_very_names_in_it() throws Exception {
        // Where a page has but an input for folders, Chromium itself says "/" for "\\".
        var names = NAMES.stream().filter(name -> !name.contains("\\")).toList();
        names.forEach(name -> given.small("chosen/" + name, 20));
        uploading.files().giveFolder(given.resolve("chosen"));
        assertArrived(names.size());
    }

    @Test
    void a_dropped_folder_arrives_under_the_very_names_in_it() throws Exception {
        NAMES.forEach(name -> given.small("dropped/" + name, 20));
        uploading.files().drop(given.resolve("dropped"));
        assertArrived(NAMES.size());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void names_that_look_alike_keep_their_own_spelling_whichever_comes_first(boolean composedFirst) throws Exception {
        var composed = given.small("\u00e9.txt", 20);
        var decomposed = given.small("e\u0301.txt", 30);
        if (composedFirst) uploading.files().give(composed, decomposed);
        else uploading.files().give(decomposed, composed);
        uploading.files().awaitWords("2 files uploaded");
        assertThat(stored()).isEqualTo(Manifest.of(given));
    }

    private void assertArrived(int files) throws Exception {
        uploading.files().awaitWords("%d files uploaded".formatted(files));
        assertThat(stored()).isEqualTo(expected());
        uploading.visitor().hasNothingToComplainAbout();
    }

    @Test
    void a_path_that_is_too_long_for_the_store_is_named_and_the_others_are_sent() throws Exception {
        given.small("deep/" + ("n".repeat(250) + "/").repeat(4) + "far too far away.txt", 20);
        given.small("deep/near.txt", 20);
        uploading.files().drop(given.resolve("deep"));
        uploading.files().awaitWords("1 of 2 files uploaded");
        assertThat(uploading.files().tray().locator("li.failed"))
                .containsText("Its path has 1,029 bytes, S3 allows 1,024. Shorten a name.");
        assertThat(stored().keySet()).containsExactly("deep/near.txt");
    }

    @Test
    void a_file_with_an_awkward_name_is_given_another_one() {
        var key = uploading.key("read-write");
        var before = "a+b %2F #c?\u202e ";
        var after = "100% 😀 & e\u0301;x=\"'<b>";
        key.store().put(key.bucket(), before, "kept".getBytes(UTF_8), "text/plain");
        uploading.openFiles();
        var page = uploading.page();
        page.locator(".row-act").last().click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Rename …"))
                .click();
        var dialog = page.getByRole(AriaRole.DIALOG);
        var name = dialog.getByLabel("Name", new Locator.GetByLabelOptions().setExact(true));
        assertThat(name).hasValue(before);
        name.fill(after);
        Visitor.buttonIn(dialog, "Rename").click();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(key.list("").keySet()).containsExactly(after));
        assertThat(key.store().get(key.bucket(), after, 1000)).isEqualTo("kept".getBytes(UTF_8));
    }

    @Test
    void a_picture_on_the_clipboard_is_pasted_by_its_keys() throws Exception {
        uploading.visitor().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        uploading.page().evaluate(TAKE_A_PICTURE);
        uploading.page().keyboard().press("Control+v");
        uploading.files().awaitWords("1 file uploaded");
        assertThat(stored().keySet()).containsExactly("image.png");
        assertThat(uploading.page().locator(".files-footer")).containsText("1 in all");
        var keyboard = new Keyboard(uploading.page());
        keyboard.goToRow("image.png");
        keyboard.press("Control+c");
        assertThat(uploading.page().locator("vaadin-notification-card")).containsText("Copied image.png");
        keyboard.press("Control+v"); // what was copied last
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(stored().keySet()).containsExactly("image (2).png", "image.png"));
    }

    @Test
    void what_desktops_leave_behind_stays_out() throws Exception {
        for (var name : List.of(
                "trip/.DS_Store",
                "trip/Thumbs.db",
                "trip/in/.DS_Store",
                "trip/in/a.txt",
                "trip/.keep",
                "trip/bare/.DS_Store")) given.small(name, 10);
        uploading.files().drop(given.resolve("trip"));
        uploading.files().awaitWords("3 items uploaded");
        assertThat(stored().keySet()).containsExactlyInAnyOrder("trip/.keep", "trip/in/a.txt", "trip/bare/");
    }

    private Map<String, Manifest.Content> expected() throws Exception {
        return Manifest.of(given).entrySet().stream()
                .collect(toMap(file -> Normalizer.normalize(file.getKey(), Normalizer.Form.NFC), Map.Entry::getValue));
    }
}
