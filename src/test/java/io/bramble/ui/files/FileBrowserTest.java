package io.bramble.ui.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.select.SelectTester;
import com.vaadin.flow.data.provider.SortDirection;
import io.bramble.ui.parts.Table;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@SuppressWarnings("unchecked") // a table of rows is found by its raw type
class FileBrowserTest extends FileScreen {
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
}
