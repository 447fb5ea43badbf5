package io.bramble.ui.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026/may/",
                "a//",
                "/",
                "//",
                "../",
                "a b+c&d=e#f?g%2Fh/",
                "😀 🍓/",
                "e\u0301/é/",
                "tab\tline\n/",
                "\u202egpj/"
            })
    void an_address_leads_back_to_its_folder(String prefix) {
        for (var scope : Place.Scope.values()) {
            var place = new Place(prefix, prefix.isEmpty() ? "" : "x&y=ü ", scope);
            var address = new Address(place, prefix.isEmpty() ? null : prefix + "a&b=c#d%2F", null);
            var query = address.parameters().getQueryString();
            assertThat(Address.of(QueryParameters.fromString(query))).isEqualTo(address);
        }
    }

    @Test
    void a_folder_typed_without_its_slash_is_the_folder() {
        assertThat(Place.of(QueryParameters.of("prefix", "2026"))).isEqualTo(Place.folder("2026/"));
    }

    @Test
    void folders_without_a_name_are_steps_too() {
        assertThat(Place.folder("/a//b/").steps()).extracting(Place.Step::name).isEqualTo(List.of("", "a", "", "b"));
        assertThat(Place.folder("/a//b/").steps().get(2).place()).isEqualTo(Place.folder("/a//"));
    }

    @Test
    void up_leads_to_the_bucket_and_no_further() {
        assertThat(Place.folder("a/b/").up()).isEqualTo(Place.folder("a/"));
        assertThat(Place.folder("a/").up()).isEqualTo(Place.ROOT);
        assertThat(Place.folder("../").up()).isEqualTo(Place.ROOT);
        assertThat(Place.ROOT.up()).isEqualTo(Place.ROOT);
    }

    @Test
    void what_is_around_a_file_and_around_a_folder_is_the_folder_that_lists_them() {
        assertThat(Place.around("a/b.txt")).isEqualTo(Place.folder("a/"));
        assertThat(Place.around("a/b/")).isEqualTo(Place.folder("a/"));
        assertThat(Place.around("b.txt")).isEqualTo(Place.ROOT);
        assertThat(Place.around("a//")).isEqualTo(Place.folder("a/"));
        assertThat(Place.around("/")).isEqualTo(Place.ROOT);
        assertThat(Place.around("")).isEqualTo(Place.ROOT);
    }

    @Test
    void deleted_files_are_looked_for_on_the_whole_way_up() {
        var deleted = Place.folder("a/b/").in(Place.Scope.DELETED);
        assertThat(deleted.up()).isEqualTo(Place.folder("a/").in(Place.Scope.DELETED));
        assertThat(deleted.root().isDeleted()).isTrue();
    }

    @Test
    void typed_text_extends_the_prefix() {
        assertThat(Place.folder("a/").startingWith("IMG").firstPage(200).prefix())
                .isEqualTo("a/IMG");
    }
}
