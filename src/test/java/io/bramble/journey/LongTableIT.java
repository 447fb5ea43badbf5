package io.bramble.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.bramble.local.LocalPlatform;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A folder of some thousands, flicked through faster than its rows come. */
class LongTableIT {
    private static final int FILES = 3_400;
    private static Scrolling scrolling;

    @BeforeAll
    static void fill() throws IOException {
        scrolling = Scrolling.through(FILES, LocalPlatform.sharedOnMinio());
    }

    @AfterAll
    static void leave() {
        scrolling.close();
    }

    @Test
    void each_row_shows_its_own_file_when_the_table_has_grown_below_it() {
        scrolling.scroll(2_200, 18_000);
        scrolling.awaitRows();
        var drawn = scrolling.drawn();

        assertThat(drawn).hasSizeGreaterThan(8).allSatisfy((index, name) -> assertThat(name)
                .isEqualTo(Scrolling.name(index)));
        assertThat(drawn.firstKey()).isGreaterThan(1_000);
    }

    @Test
    void the_end_is_reached_and_so_is_the_beginning_again() {
        scrolling.scroll(FILES, 72_000);
        scrolling.jump(FILES - 1);
        scrolling.awaitRows();
        assertThat(scrolling.drawn()).containsEntry(FILES - 1, Scrolling.name(FILES - 1));

        scrolling.jump(0);
        scrolling.awaitRows();
        assertThat(scrolling.drawn()).containsEntry(0, Scrolling.name(0));
    }

    /** Where a later grid is built otherwise, each growth is a long frame again, and nothing else says so. */
    @Test
    void the_grid_is_built_as_the_shortcut_expects() {
        scrolling.scroll(200, 18_000);
        assertThat(scrolling.growsAtTheEnd()).isTrue();
    }
}
