package io.bramble.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsCheckedOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.MouseButton;
import io.bramble.journey.ScreenshotsIT.Look;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each state of the file browser as people see it, and what axe says about it. */
@ExtendWith(Stage.Setting.class)
class FileScreensIT {
    private static final String FOCUS_THIRD = """
            () => document.querySelector('vaadin-grid.file-table')._getRenderedRows()
              .find(row => row.index === 2).children[1].focus()""";

    private final Stage stage;
    private final SoftAssertions softly = new SoftAssertions();
    private Visitor visitor;
    private Page page;
    private Look look;

    FileScreensIT(Stage stage) {
        this.stage = stage;
    }

    @ParameterizedTest
    @EnumSource
    void each_state_is_in_order(Look wished) {
        look = wished;
        try (var arrived = stage.visitor(wished::on)) {
            visitor = arrived;
            page = visitor.page();
            var files = aBucket();
            empty(files);
            filled(files);
            chosen(files);
            asked(files);
            found(files);
        }
        softly.assertAll();
    }

    private String aBucket() {
        var email = "screens-" + UUID.randomUUID() + "@example.org";
        stage.platform().people().add(email, "Sue", Stage.PASSWORD);
        visitor.signIn(email, Stage.PASSWORD);
        var api = new Api(visitor.console(), visitor.createToken());
        var bucket = api.readyBucket("album-" + UUID.randomUUID().toString().substring(0, 8));
        var key = api.key(bucket, "read-write");
        var folder = "/console/b/" + bucket.get("namespace").asString() + "/" + key.bucket() + "/files";
        visitor.open(folder);
        assertThat(page.getByText("Drop files here")).isVisible();
        see("files-empty");
        for (var name : List.of(
                "2025/a", "2026/may/b", "notes.txt", "IMG_0041.JPG", "film.mov", "table.csv", "été \u202egpj.exe"))
            key.store().put(key.bucket(), name, name.repeat(900).getBytes(UTF_8), "text/plain");
        return folder;
    }

    private void empty(String files) {
        visitor.open(files + "?prefix=nothing/");
        assertThat(page.getByText("Drop files here")).isVisible();
        visitor.button("New folder").click();
        assertThat(visitor.dialog("New folder").getByLabel("Name")).isVisible();
        see("files-new-folder");
    }

    private void filled(String files) {
        visitor.open(files);
        assertThat(page.locator(".files-footer")).containsText("7 in all");
        see("files");
        visitor.button("More about this folder").click();
        see("files-menu");
    }

    private void chosen(String files) {
        visitor.open(files);
        besideABox();
        ranges();
        visitor.open(files);
        row("notes.txt").click();
        page.keyboard().press("Shift+ArrowDown");
        see("files-selection");
        page.keyboard().press("/");
        // A phone has no room for both.
        if (look != Look.PHONE) assertThat(page.getByLabel("Search for names")).isFocused();
        row("IMG_0041.JPG").click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
        assertThat(page.getByRole(AriaRole.MENUITEM).first()).isVisible();
        see("files-row-menu");
        visitor.open(files + "?file=notes.txt");
        assertThat(page.getByText("Storage class")).isVisible();
        see("files-details");
    }

    /** Who misses a box by a little means it. */
    private void besideABox() {
        var cell = page.locator("vaadin-grid-cell-content:has(.row-box)").first();
        for (var checked : new boolean[] {true, false}) {
            cell.click(new Locator.ClickOptions().setPosition(1, 1));
            assertThat(cell.locator(".row-box")).isChecked(new IsCheckedOptions().setChecked(checked));
        }
    }

    /** From the row that was clicked, or gone to since; none begins where rows were in another order. */
    private void ranges() {
        row("notes.txt").click();
        press("Shift+ArrowDown", "Shift+ArrowDown", "Shift+ArrowUp");
        assertThat(page.locator(".selection-bar")).containsText("2 files selected");
        press("Escape", "ArrowUp", "ArrowUp", "Shift+ArrowUp");
        assertThat(page.locator(".selection-bar")).containsText("2 files selected");
        press("Escape");
        page.locator("vaadin-grid-sorter").first().click();
        assertThat(page.locator(".files-footer")).containsText("sorted within these");
        page.evaluate(FOCUS_THIRD);
        press("Shift+ArrowDown");
        assertThat(page.locator(".row-box:checked")).hasCount(2);
    }

    private void press(String... keys) {
        for (var key : keys) page.keyboard().press(key);
    }

    private void asked(String files) {
        for (var verb : List.of("Copy link …", "Copy commands …", "Rename …", "Move to …")) {
            visitor.open(files);
            visitor.button("More about notes.txt").click();
            page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(verb))
                    .click();
            assertThat(page.getByRole(AriaRole.DIALOG)).isAttached();
            see("files-" + verb.replaceAll("[^a-zA-Z]+", "-").toLowerCase(Locale.ROOT) + "dialog");
        }
        everything(files);
        visitor.open(files + "?file=notes.txt");
        visitor.button("Edit …").click();
        assertThat(page.getByRole(AriaRole.DIALOG)).isAttached();
        see("files-edit");
    }

    private void everything(String files) {
        visitor.open(files + "?selected=notes.txt");
        assertThat(page.locator(".selection-bar")).containsText("1 file selected");
        visitor.button("More for the selection").click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Select everything"))
                .click();
        assertThat(page.locator(".selection-bar")).containsText("Everything in this bucket");
        visitor.button("More for the selection").click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Edit metadata …"))
                .click();
        visitor.dialog("Edit everything in this bucket")
                .getByLabel("Cache-Control", exact())
                .fill("max-age=60");
        see("files-edit-many");
        visitor.button("Change all").click();
        assertThat(page.getByRole(AriaRole.DIALOG)).isHidden();
        assertThat(page.getByText("Changed the details of all").first()).isAttached();
        visitor.open(files + "?file=notes.txt");
        assertThat(page.locator(".details")).containsText("max-age=60");
    }

    private static Locator.GetByLabelOptions exact() {
        return new Locator.GetByLabelOptions().setExact(true);
    }

    private void found(String files) {
        visitor.open(files + "?q=zzz");
        assertThat(page.getByText("Nothing starts with")).isVisible();
        see("files-nothing-found");
        visitor.open(files + "?in=below");
        assertThat(page.locator(".files-footer")).containsText("7 in all");
        see("files-below");
    }

    private Locator row(String name) {
        return page.locator("vaadin-grid").getByText(name).locator("xpath=ancestor::vaadin-grid-cell-content");
    }

    private void see(String name) {
        visitor.settle();
        ScreenshotsIT.inspect(visitor, look, name, softly);
    }
}
