package io.bramble.ui.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import io.bramble.bucket.FileVersions;
import io.bramble.storage.ObjectVersion;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FileDetailsTest extends FileScreen {
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
        var list = versions(120);
        assertThat(words()).contains("120 versions").doesNotContain("The newest");
        assertThat(find(ListItem.class, list).all()).hasSize(50);
        click("Show more");
        click("Show more");
        assertThat(find(ListItem.class, list).all()).hasSize(120);
        assertThat(find(Button.class).withText("Show more").exists()).isFalse();
    }

    @Test
    void of_very_many_versions_it_says_that_there_may_be_older_ones() {
        versions(FileVersions.MOST);
        assertThat(words()).contains("The newest 1,000 versions");
    }

    private VersionList versions(int count) {
        var versions = IntStream.range(0, count)
                .mapToObj(number -> new ObjectVersion(
                        new ObjectVersion.Id("a", "v" + number), number == 0, false, 1, Instant.EPOCH, ""))
                .toList();
        var list = new VersionList(modules.filesOf(bucket), Clock.systemUTC(), versions, () -> {});
        UI.getCurrentOrThrow().add(list);
        return list;
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
}
