package io.bramble.ui.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.grid.Grid;
import io.bramble.bucket.ObjectSelection;
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

    @Test
    void everything_that_was_deleted_in_a_folder_can_be_brought_back_and_nothing_else() {
        var deleted = new Place("2026/may/", "", Place.Scope.DELETED);
        selection.everythingIn(deleted);
        assertThat(Offer.allDeleted(selection.rows())).isTrue();
        assertThat(Offer.stored(selection.rows())).isFalse();
        assertThat(Clip.selection(selection.rows())).isEqualTo(ObjectSelection.folder("2026/may/"));
        assertThat(deleted.everything()).isEqualTo("Everything deleted in this folder");
        assertThat(deleted.isWholeFolder()).isTrue();
        assertThat(deleted.startingWith("a").isWholeFolder()).isFalse();
    }

    private static Pager pager() {
        return new Pager(
                (_, _) -> new Page(List.of(), null, null), new Pager.News(() -> {}, () -> {}, SelectionTest::fail));
    }

    private static void fail(RuntimeException problem) {
        throw problem;
    }
}
