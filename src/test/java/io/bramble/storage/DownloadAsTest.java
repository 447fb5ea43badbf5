package io.bramble.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadAsTest {
    @Test
    void a_name_that_fits_is_kept() {
        assertThat(DownloadAs.file("é.txt").fileName()).isEqualTo("é.txt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "ü", "🍓"})
    void a_name_longer_than_any_file_may_have_is_cut_between_letters_and_keeps_its_extension(String letter) {
        var saved = DownloadAs.file(letter.repeat(256) + ".tar").fileName();
        assertThat(saved).matches("(" + letter + ")+\\.tar");
        assertThat(saved.getBytes(UTF_8)).hasSizeBetween(196, 200);
    }

    @Test
    void a_long_name_whose_last_dot_begins_no_extension_is_cut_at_its_end() {
        assertThat(DownloadAs.file("a." + "b".repeat(300)).fileName()).isEqualTo("a." + "b".repeat(198));
    }
}
