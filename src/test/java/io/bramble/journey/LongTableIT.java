package io.bramble.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bramble.local.LocalPlatform;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A folder of some thousands, flicked through faster than its rows come. */
class LongTableIT {
    private static final int FILES = 3_400;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
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
        awaitOwnFiles();
        scrolling.jump(1_500);
        awaitOwnFiles(1_500);
    }

    @Test
    void rows_have_come_before_they_are_scrolled_to() {
        var seen = scrolling.scroll(2_200, 18_000);
        assertThat(seen.get("blankPercent").doubleValue())
                .as("90 where the grid asks by itself")
                .isLessThan(60);
    }

    @Test
    void the_end_is_reached_and_so_is_the_beginning_again() {
        scrolling.scroll(FILES, 72_000);
        scrolling.jump(FILES - 1);
        awaitOwnFiles(FILES - 1);
        scrolling.jump(0);
        awaitOwnFiles(0);
    }

    /** Where a later grid is built otherwise, each growth is a long frame again, and nothing else says so. */
    @Test
    void the_grid_is_built_as_the_shortcut_expects() {
        scrolling.scroll(200, 18_000);
        assertThat(scrolling.growsAtTheEnd()).isTrue();
    }

    /** Until all in view show their own, among them these rows. */
    private static void awaitOwnFiles(Integer... rows) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(scrolling.drawn())
                .hasSizeGreaterThan(8)
                .matches(drawn -> drawn.keySet().containsAll(List.of(rows)), "has come to " + List.of(rows))
                .allSatisfy((index, name) -> assertThat(name).isEqualTo(Scrolling.name(index))));
    }
}
