package io.bramble.ui.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.bramble.ui.parts.Shell;
import org.junit.jupiter.api.Test;

class FileNamesTest {
    @Test
    void ordinary_names_stay_as_they_are() {
        assertThat(FileNames.visible("IMG 0041 (2).JPG")).isEqualTo("IMG 0041 (2).JPG");
        assertThat(FileNames.visible("👩‍👧 été 日本語")).isEqualTo("👩‍👧 été 日本語");
        assertThat(FileNames.visible("..")).isEqualTo("..");
    }

    @Test
    void what_hides_or_reorders_is_shown() {
        assertThat(FileNames.visible("\u202egpj.exe")).isEqualTo("‹U+202E›gpj.exe");
        assertThat(FileNames.visible("tab\tline\n\u007f\u0000")).isEqualTo("tab␉line␊␡␀");
        assertThat(FileNames.visible("zero\u200bwidth\ufeff")).isEqualTo("zero‹U+200B›width‹U+FEFF›");
    }

    @Test
    void spaces_that_cannot_be_seen_are_shown() {
        assertThat(FileNames.visible(" a  b ")).isEqualTo("␣a␣␣b␣");
        assertThat(FileNames.visible(" ")).isEqualTo("␣");
        assertThat(FileNames.visible("")).isEqualTo("(no name)");
    }

    @Test
    void a_shell_takes_a_path_literally() {
        assertThat(Shell.quoted("s3://photos/2026/")).isEqualTo("s3://photos/2026/");
        assertThat(Shell.quoted("s3://photos/$(rm -rf ~)/it's/")).isEqualTo("'s3://photos/$(rm -rf ~)/it'\\''s/'");
    }
}
