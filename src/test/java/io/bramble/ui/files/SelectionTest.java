package io.bramble.ui.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.grid.Grid;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private final Selection selection = new Selection(new Grid<>(), pager());

    @Test
    void everything_in_a_folder_has_the_folders_own_name() {
        selection.everythingIn(Place.folder("2026/may/"));
        assertThat(selection.rows()).extracting(Row::name).containsExactly("may");
        selection.everythingIn(Place.folder("2026/"));
        assertThat(selection.rows()).extracting(Row::name).containsExactly("2026");
        selection.everythingIn(Place.ROOT);
        assertThat(selection.rows()).singleElement().matches(Row::isBucket);
    }

    private static Pager pager() {
        return new Pager(
                (_, _) -> new Page(List.of(), null, null), new Pager.News(() -> {}, () -> {}, SelectionTest::fail));
    }

    private static void fail(RuntimeException problem) {
        throw problem;
    }
}
