package io.bramble.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.bramble.local.LocalPlatform;
import io.bramble.storage.MinioServer;
import io.bramble.storage.ObjectVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** What a file was before, on the real MinIO: listed, brought back, erased, and cleared away where it is billed unseen. */
@EnabledIfEnvironmentVariable(named = MinioServer.EXECUTABLE, matches = ".+")
class VersionsJourneyIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40); // a deletion waits ten seconds for second thoughts

    private static Chromium chromium;
    private static BucketOwner owner;

    @BeforeAll
    static void arrive() {
        var platform = LocalPlatform.sharedOnMinio();
        chromium = Chromium.start();
        owner = BucketOwner.arrive(platform, chromium.visitor(new Browser.NewContextOptions(), platform.consoleUrl()));
        owner.open("settings");
        owner.visitor().button("Switch on").click();
        assertThat(owner.page().getByText("On: what is overwritten or deleted stays"))
                .isVisible();
        assertThat(owner.page().getByTestId("being-applied")).isHidden();
    }

    @AfterEach
    void listen() {
        owner.visitor().hasNothingToComplainAbout();
    }

    @AfterAll
    static void leave() {
        owner.close();
        chromium.close();
    }

    @Test
    void a_file_that_was_uploaded_twice_is_what_it_was_before_again(@TempDir Path folder) throws IOException {
        owner.open("files?prefix=twice/");
        upload(Files.writeString(folder.resolve("notes.txt"), "first"));
        upload(Files.writeString(folder.resolve("notes.txt"), "second, longer"));
        assertThat(owner.content("twice/notes.txt")).isEqualTo("second, longer");
        owner.open("files?prefix=twice/&file=twice/notes.txt");
        awaitVersions("2 versions");
        assertThat(version(0)).containsText("Current");
        assertThat(version(1)).containsText("5 B");
        Visitor.buttonIn(version(1), "Restore").click();
        awaitVersions("3 versions");
        assertThat(owner.content("twice/notes.txt")).isEqualTo("first");
    }

    @Test
    void what_was_deleted_is_found_among_the_deleted_files_and_comes_back() {
        owner.put("gone/a.txt", "gone/b.txt");
        owner.open("files?prefix=gone/&selected=gone/a.txt");
        Visitor.buttonIn(owner.selection(), "Delete").click();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(owner.keys("gone/")).containsExactly("gone/b.txt"));
        owner.visitor().button("More about this folder").click();
        owner.menuItem("Deleted files").click();
        assertThat(owner.footer()).containsText("1 in all");
        owner.row("a.txt").click();
        Visitor.buttonIn(owner.selection(), "Restore").click();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(owner.keys("gone/")).hasSize(2));
        assertThat(owner.content("gone/a.txt")).isEqualTo("gone/a.txt");
        owner.visitor().button("Back to files").click();
        assertThat(owner.footer()).containsText("2 in all");
    }

    @Test
    void a_deletion_is_undone_where_the_file_is_read_about() {
        owner.put("undone/a.txt");
        owner.key().store().delete(owner.key().bucket(), "undone/a.txt");
        owner.open("files?prefix=undone/&file=undone/a.txt");
        assertThat(version(0)).containsText("Deleted");
        Visitor.buttonIn(version(0), "Undo deletion").click();
        assertThat(details()).containsText("Storage class");
        assertThat(owner.content("undone/a.txt")).isEqualTo("undone/a.txt");
        assertThat(owner.footer()).containsText("1 in all");
    }

    @Test
    void one_version_is_erased_for_good_by_whoever_types_its_name() {
        owner.put("erased/a.txt", "erased/a.txt");
        owner.open("files?prefix=erased/&file=erased/a.txt");
        awaitVersions("2 versions");
        Visitor.buttonIn(version(1), "Erase …").click();
        var dialog = owner.visitor().dialog("Erase this version?");
        assertThat(Visitor.buttonIn(dialog, "Erase for good")).isDisabled();
        dialog.getByLabel("Type a.txt to erase it").fill("a.txt");
        Visitor.buttonIn(dialog, "Erase for good").click();
        assertThat(owner.page().locator(".versions")).isHidden();
        assertThat(versions("erased/")).singleElement().matches(ObjectVersion::latest);
    }

    @Test
    void what_is_billed_and_not_listed_is_said_and_cleared_by_one_click_and_a_yes() {
        owner.put("unseen/a.txt", "unseen/a.txt", "unseen/a.txt");
        var store = owner.key().store();
        store.multipart().begin(owner.key().bucket(), "unseen/never", "text/plain");
        owner.open("files");
        var unseen = owner.page().locator(".unseen");
        assertThat(unseen).containsText("old versions");
        assertThat(unseen).containsText("1 unfinished upload");
        clear("Give up uploads …", "Give up");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        store.multipart().open(owner.key().bucket(), ""))
                .isEmpty());
        owner.open("files");
        assertThat(unseen).not().containsText("unfinished");
        clear("Erase old versions …", "Erase");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(versions("")).allMatch(ObjectVersion::latest));
        assertThat(owner.content("unseen/a.txt")).isEqualTo("unseen/a.txt");
        owner.open("files");
        assertThat(unseen).isHidden();
    }

    /** Replaces what is there. */
    private static void upload(Path file) {
        var files = new UploadPage(owner.page());
        var taken = !owner.keys("twice/").isEmpty();
        files.give(file);
        if (taken)
            Visitor.buttonIn(owner.page().locator(".upload-question"), "Replace")
                    .click();
        files.awaitWords("1 file uploaded");
        files.order("Close").click();
    }

    private static void clear(String verb, String yes) {
        owner.visitor().button(verb).click();
        Visitor.buttonIn(owner.page().getByRole(AriaRole.ALERTDIALOG), yes).click();
    }

    private static Locator details() {
        return owner.page().getByRole(AriaRole.COMPLEMENTARY, new Page.GetByRoleOptions().setName("Details"));
    }

    private static Locator version(int number) {
        return details().locator(".versions li").nth(number);
    }

    private static void awaitVersions(String words) {
        assertThat(details().locator(".versions h3")).hasText(words);
    }

    /** As the store lists them. */
    private static List<ObjectVersion> versions(String prefix) {
        return owner.key()
                .store()
                .versions()
                .list(owner.key().bucket(), prefix, null, 1000)
                .versions();
    }
}
