package io.bramble.ui.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.select.SelectTester;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.SortDirection;
import io.bramble.bucket.BucketView;
import io.bramble.bucket.Customers;
import io.bramble.bucket.Customers.Program;
import io.bramble.storage.ObjectVersion;
import io.bramble.ui.ScreenTest;
import io.bramble.ui.parts.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@Import(Customers.class)
@SuppressWarnings("unchecked") // a table of rows is found by its raw type
class FileBrowserTest extends ScreenTest {
    @Autowired
    Customers customers;

    @Autowired
    BucketFiles.Modules modules;

    private BucketView bucket;
    private Program program;

    @BeforeEach
    void makeABucket() {
        bucket = customers.ready(me(), "photos");
        program = customers.program(me(), bucket);
    }

    @Test
    void a_folder_is_listed_and_says_that_it_is_all() {
        put("a.txt", "b.txt", "may/one");
        open(files(""));
        eventually(() -> words().contains("3 in all"));
        assertThat(names()).containsExactly("may", "a.txt", "b.txt");
    }

    @Test
    void typing_asks_the_store_and_enter_searches_all_folders_below() {
        put("apple", "bread", "may/apple pie", "may/plum");
        open(files(""));
        eventually(() -> words().contains("3 in all"));
        search("ma");
        eventually(() -> names().equals(List.of("may")));
        assertThat(words()).contains("1 found");
        search("may/a");
        eventually(() -> names().equals(List.of("may/apple pie")));
        open(files("?q=b"));
        eventually(() -> names().equals(List.of("bread")));
        open(files("?in=below&q=may/p"));
        eventually(() -> names().equals(List.of("may/plum")));
    }

    @Test
    void a_range_is_selected_also_where_its_rows_were_let_go() {
        var keys = IntStream.range(0, 2_500).mapToObj("%04d"::formatted).toArray(String[]::new);
        put(keys);
        open(files(""));
        eventually(() -> words().contains("loaded, more as you scroll"));
        eventually(() -> scrollToEnd() == 2_500);
        wish("one", 10, -1);
        wish("range", 2_400, 10);
        eventually(() -> words().contains("2,391 files selected"));
        wish("toggle", 12, -1);
        assertThat(words()).contains("2,390 files selected");
        wish("all", -1, -1);
        eventually(() -> words().contains("2,500 files selected"));
        press("Escape");
        assertThat(find(SelectionBar.class).exists()).isFalse();
    }

    @Test
    void a_range_takes_the_place_of_the_one_before_from_the_same_row_and_of_no_other() {
        put("a", "b", "c", "d", "e");
        open(files(""));
        eventually(() -> words().contains("5 in all"));
        wish("one", 1, -1);
        wish("range", 3, 1);
        assertThat(selected()).containsExactlyInAnyOrder("b", "c", "d");
        wish("range", 2, 1);
        assertThat(selected()).containsExactlyInAnyOrder("b", "c");
        wish("range", 0, 1);
        assertThat(selected()).containsExactlyInAnyOrder("a", "b");
        wish("toggle", 4, -1);
        wish("range", 3, 4);
        assertThat(selected()).containsExactlyInAnyOrder("a", "b", "d", "e");
    }

    @Test
    void whoever_has_scrolled_far_stays_there_when_something_has_changed() {
        put(IntStream.range(0, 2_500).mapToObj("%04d"::formatted).toArray(String[]::new));
        open(files(""));
        eventually(() -> scrollToEnd() == 2_500);
        wish("one", 2_450, -1);
        put("2445a", "9999");
        program.store().delete(program.bucket(), "2444");
        find(Uploader.class).single().arrived();
        eventually(() -> words().contains("2,501 in all"));
        assertThat(names(2_444, 2)).containsExactly("2445", "2445a");
        assertThat(words()).contains("1 file selected");
    }

    @Test
    void details_have_an_address_and_say_what_is_known() {
        put("may/notes.txt");
        open(files("?prefix=may/&file=may/notes.txt"));
        eventually(() -> words().contains("text/plain"));
        assertThat(words()).contains("Size", "1 B", "ETag", "Storage class", "STANDARD");
    }

    @Test
    void keys_are_about_the_file_that_was_opened_last_whatever_was_selected_before() {
        put("a", "b");
        open(files(""));
        eventually(() -> words().contains("2 in all"));
        wish("one", 0, -1);
        wish("open", 1, -1);
        assertThat(selected()).containsExactly("b");
    }

    @Test
    void details_of_a_file_that_is_gone_say_so() {
        open(files("?file=gone"));
        eventually(() -> words().contains("There is no file of this name now."));
    }

    @Test
    void type_caching_and_metadata_are_edited() {
        put("page");
        open(files("?file=page"));
        eventually(() -> words().contains("text/plain"));
        click("Edit …");
        type("Type", "nonsense");
        click("Save");
        eventually(() -> String.valueOf(field("Type").getErrorMessage()).contains("two parts"));
        type("Type", "text/markdown");
        type("Cache-Control", "no-store");
        click("Save");
        eventually(() -> words().contains("text/markdown"));
        assertThat(words()).contains("no-store");
    }

    @Test
    void versions_are_shown_fifty_at_a_time_until_the_last() {
        var versions = IntStream.range(0, 120)
                .mapToObj(number -> new ObjectVersion(
                        new ObjectVersion.Id("a", "v" + number), number == 0, false, 1, Instant.EPOCH, ""))
                .toList();
        var list = new VersionList(modules.filesOf(bucket), Clock.systemUTC(), versions, () -> {});
        UI.getCurrentOrThrow().add(list);
        assertThat(find(ListItem.class, list).all()).hasSize(50);
        click("Show more");
        click("Show more");
        assertThat(find(ListItem.class, list).all()).hasSize(120);
        assertThat(find(Button.class).withText("Show more").exists()).isFalse();
    }

    @Test
    void an_engine_that_only_looks_before_it_copies_says_so_where_one_decides() {
        put("a");
        open(files(""));
        eventually(() -> words().contains("1 in all"));
        wish("one", 0, -1);
        press("F2");
        assertThat(find(DuplicatesField.class).single().getHelperText()).contains("before it copies");
    }

    @Test
    void several_files_are_summed_up() {
        put("a", "b", "c");
        open(files(""));
        eventually(() -> words().contains("3 in all"));
        wish("all", -1, -1);
        press("i");
        assertThat(words()).contains("Together", "3 B (3 bytes)");
    }

    @Test
    void sorting_is_within_what_is_loaded_and_says_so() {
        put("b", "a", "c");
        program.put("b", "longest");
        open(files(""));
        eventually(() -> words().contains("3 in all"));
        var table = (Table<Row>) find(Table.class).single();
        table.sort(List.of(new GridSortOrder<>(table.getColumnByKey("Size"), SortDirection.DESCENDING)));
        assertThat(names().getFirst()).isEqualTo("b");
        assertThat(words()).contains("3 in all, sorted within these");
    }

    @Test
    void typing_goes_back_to_the_stores_order_and_no_header_says_another() {
        put("ab", "aa", "b");
        program.put("ab", "longest");
        open(files(""));
        eventually(() -> words().contains("3 in all"));
        var table = (Table<Row>) find(Table.class).single();
        table.sort(List.of(new GridSortOrder<>(table.getColumnByKey("Size"), SortDirection.DESCENDING)));
        search("a");
        eventually(() -> words().contains("2 found"));
        assertThat(names()).containsExactly("aa", "ab");
        assertThat(table.getSortOrder()).isEmpty();
    }

    @Test
    void what_was_typed_counts_also_when_one_changes_where_to_look() {
        put("ab", "cab", "d");
        open(files(""));
        eventually(() -> words().contains("3 in all"));
        search("ab");
        eventually(() -> words().contains("1 found"));
        test(
                        SelectTester.class,
                        find(Select.class).withAriaLabel("How to search").single())
                .selectItem("In loaded");
        eventually(() -> words().contains("2 shown of 3 in all, searched within these"));
        assertThat(names()).containsExactly("ab", "cab");
    }

    private void put(String... keys) {
        List.of(keys).parallelStream().forEach(key -> program.put(key, "x"));
    }

    private String files(String query) {
        return "b/" + bucket.namespace() + "/" + bucket.name() + "/files" + query;
    }

    private List<String> names() {
        return ((Stream<Row>) find(Table.class).single().getGenericDataView().getItems())
                .map(Row::name)
                .toList();
    }

    /** @return how many rows there are by now */
    private int scrollToEnd() {
        var rows = find(Table.class).single().getDataProvider();
        var size = rows.size(new Query<>());
        rows.fetch(new Query<>(Math.max(0, size - 10), 10, List.of(), null, null))
                .close();
        return size;
    }

    private List<String> selected() {
        return ((Table<Row>) find(Table.class).single())
                .getSelectedItems().stream().map(Row::name).toList();
    }

    private List<String> names(int offset, int limit) {
        var rows = find(Table.class).single().getDataProvider();
        return ((Stream<Row>) rows.fetch(new Query<>(offset, limit, List.of(), null, null)))
                .map(Row::name)
                .toList();
    }

    private FileBrowser browser() {
        return find(FileBrowser.class).single();
    }

    private TextField field(String label) {
        return find(TextField.class).withLabel(label).single();
    }

    private void search(String text) {
        test(find(TextField.class).withAriaLabel("Search for names").single()).setValue(text);
    }

    private void wish(String wish, int index, int from) {
        browser().hear(new Selection.Wish(wish, index, from, ""));
    }

    private void press(String key) {
        browser().hear(new Selection.Wish("key", -1, -1, key));
    }
}
