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
        var place = new Place(prefix, prefix.isEmpty() ? "" : "x&y=ü ");
        assertThat(Place.of(QueryParameters.fromString(place.parameters().getQueryString())))
                .isEqualTo(place);
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
    void typed_text_extends_the_prefix() {
        assertThat(Place.folder("a/").startingWith("IMG").firstPage(200).prefix())
                .isEqualTo("a/IMG");
    }
}
