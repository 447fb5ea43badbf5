package io.bramble.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.KeyboardModifier;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files selected, opened, renamed, copied, moved and deleted without a mouse; the store has what was wished. */
@ExtendWith(Stage.Setting.class)
@TestInstance(Lifecycle.PER_CLASS)
class KeyboardJourneyIT {
    private final Stage stage;
    private BucketOwner owner;
    private Keyboard keyboard;

    KeyboardJourneyIT(Stage stage) {
        this.stage = stage;
    }

    @BeforeAll
    void arrive() {
        owner = BucketOwner.arrive(stage.platform(), stage.visitor());
        keyboard = new Keyboard(owner.page());
    }

    @AfterEach
    void listen() {
        owner.visitor().hasNothingToComplainAbout();
    }

    @AfterAll
    void leave() {
        owner.close();
    }

    @Test
    void rows_are_reached_selected_searched_and_opened() {
        open("walk/", "walk/a.txt", "walk/b.txt", "walk/c.txt", "walk/inner/d.txt");
        keyboard.goToRow("a.txt");
        keyboard.press("Space", "Shift+ArrowDown", "Shift+ArrowDown");
        assertThat(owner.selection()).containsText("3 files selected");
        keyboard.press("Escape");
        assertThat(owner.selection()).isHidden();
        keyboard.press("/");
        keyboard.awaitFocus("Search for names");
        keyboard.type("b");
        assertThat(owner.footer()).containsText("1 found");
        keyboard.press("Control+a", "Delete");
        assertThat(owner.footer()).containsText("4 in all");
        keyboard.goToRow("inner");
        keyboard.press("Enter");
        assertThat(owner.page()).hasURL(Pattern.compile("prefix=walk(/|%2F)inner(/|%2F)$"));
        keyboard.goToRow("d.txt");
        keyboard.press("Backspace");
        assertThat(owner.page()).hasURL(Pattern.compile("prefix=walk(/|%2F)$"));
    }

    @Test
    void f2_renames_and_cancel_does_not() {
        open("name/", "name/old.txt");
        keyboard.goToRow("old.txt");
        keyboard.press("F2");
        keyboard.awaitFocus("Name");
        keyboard.type("new"); // the name without its ending is selected
        keyboard.press("Enter");
        owner.awaitKeys("name/", "name/new.txt");
        assertThat(owner.content("name/new.txt")).isEqualTo("name/old.txt");
        assertThat(owner.notice()).containsText("Renamed old.txt to new.txt");
        keyboard.goToRow("new.txt");
        keyboard.press("F2");
        keyboard.awaitFocus("Name");
        keyboard.type("unwanted");
        keyboard.tabTo("Cancel");
        keyboard.press("Enter");
        assertThat(owner.visitor().dialog("Rename new.txt")).isHidden();
        keyboard.awaitFocus("row new.txt");
        owner.visitor().settle();
        assertThat(owner.latestJob()).isEqualTo("name/old.txt");
    }

    @Test
    void what_was_copied_or_cut_is_pasted_into_another_folder() {
        open("clip/", "clip/a.txt", "clip/b.txt", "clip/to/c.txt");
        keyboard.goToRow("a.txt");
        keyboard.press("Control+c");
        pasteInto("to");
        owner.awaitKeys("clip/", "clip/a.txt", "clip/b.txt", "clip/to/a.txt", "clip/to/c.txt");
        keyboard.press("Backspace");
        assertThat(owner.footer()).containsText("3 in all");
        keyboard.goToRow("b.txt");
        keyboard.press("Control+x");
        pasteInto("to");
        owner.awaitKeys("clip/", "clip/a.txt", "clip/to/a.txt", "clip/to/b.txt", "clip/to/c.txt");
        assertThat(owner.content("clip/to/b.txt")).isEqualTo("clip/b.txt");
    }

    @Test
    void a_file_is_deleted_with_a_way_back_and_a_folder_after_a_question() {
        open("gone/", "gone/a.txt", "gone/inner/b.txt", "gone/inner/c.txt");
        keyboard.goToRow("a.txt");
        keyboard.press("Delete");
        assertThat(owner.jobs()).containsText("About to delete a.txt");
        keyboard.tabTo("Undo");
        keyboard.press("Enter");
        assertThat(owner.notice()).containsText("Nothing was deleted");
        keyboard.goToRow("inner");
        keyboard.press("Delete");
        keyboard.awaitFocus("Cancel");
        keyboard.press("Enter");
        assertThat(owner.visitor().dialog("Delete folder inner?")).isHidden();
        keyboard.goToRow("inner");
        keyboard.press("Delete");
        keyboard.awaitFocus("Cancel");
        keyboard.tabTo("Delete");
        keyboard.press("Enter");
        owner.awaitKeys("gone/", "gone/a.txt");
    }

    @Test
    void the_menu_of_a_row_opens_by_its_key_and_leads_to_dialogs() {
        open("menu/", "menu/a.txt", "menu/b.txt", "menu/to/c.txt");
        chooseFor("a.txt", "Copy to …");
        fillIn("Folder", "menu/to");
        owner.awaitKeys("menu/", "menu/a.txt", "menu/b.txt", "menu/to/a.txt", "menu/to/c.txt");
        chooseFor("b.txt", "Move to …");
        fillIn("Folder", "menu/made/of/it");
        owner.awaitKeys("menu/", "menu/a.txt", "menu/made/of/it/b.txt", "menu/to/a.txt", "menu/to/c.txt");
    }

    @Test
    void a_folder_is_chosen_in_the_dialog_before_anything_is_moved() {
        open("choose/", "choose/a.txt", "choose/to/b.txt");
        chooseFor("a.txt", "Move to …");
        keyboard.tabTo("to");
        keyboard.press("Enter");
        assertThat(owner.visitor().dialog("Move a.txt").getByLabel("Folder", exact()))
                .hasValue("choose/to/");
        keyboard.tabTo("Move");
        keyboard.press("Enter");
        owner.awaitKeys("choose/", "choose/to/a.txt", "choose/to/b.txt");
    }

    @Test
    void shift_and_a_click_select_what_lies_between() {
        open("click/", "click/a.txt", "click/b.txt", "click/c.txt", "click/d.txt");
        owner.row("a.txt").click();
        owner.row("c.txt").click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
        assertThat(owner.selection()).containsText("3 files selected");
        owner.row("d.txt").click();
        assertThat(owner.selection()).containsText("1 file selected");
    }

    private void open(String folder, String... files) {
        owner.put(files);
        owner.open("files?prefix=" + folder);
    }

    private void pasteInto(String folder) {
        keyboard.goToRow(folder);
        keyboard.press("Enter");
        assertThat(owner.footer()).containsText("in all");
        assertThat(owner.page()).hasURL(Pattern.compile(folder + "(/|%2F)$"));
        keyboard.press("Control+v");
    }

    private void chooseFor(String row, String verb) {
        keyboard.goToRow(row);
        keyboard.press("Shift+F10");
        assertThat(owner.menuItem(verb)).isVisible();
        while (!keyboard.focused().startsWith(verb)) keyboard.press("ArrowDown");
        keyboard.press("Enter");
    }

    private void fillIn(String field, String text) {
        assertThat(owner.page().locator("vaadin-dialog[opened]")).isAttached();
        keyboard.tabTo(field);
        keyboard.press("Control+a");
        keyboard.type(text);
        keyboard.press("Enter");
    }

    private static Locator.GetByLabelOptions exact() {
        return new Locator.GetByLabelOptions().setExact(true);
    }
}
