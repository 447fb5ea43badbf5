package io.bramble.storage.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.StreamSupport;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

class KeyPathTest {
    private static final Path ROOT = Path.of("objects");

    @Property
    void every_key_is_read_back_from_its_path(@ForAll @StringLength(max = 200) String key) {
        Assume.that(isText(key));

        var names = StreamSupport.stream(ROOT.relativize(KeyPath.of(ROOT, key)).spliterator(), false)
                .map(Path::toString)
                .toList();

        var back = names.stream()
                .map(name -> name.substring(0, name.length() - 1) + (name.endsWith("+") ? "\u0000" : ""))
                .collect(joining());
        assertThat(KeyPath.decode(back.replace('\u0000', '/'))).isEqualTo(key);
    }

    @Property
    void names_suit_any_file_system(@ForAll @StringLength(max = 300) String key) {
        Assume.that(isText(key));

        for (var name : ROOT.relativize(KeyPath.of(ROOT, key))) {
            assertThat(name.toString()).matches("[a-z0-9._^%-]{0,200}[+=~]").isNotIn(".", "..");
        }
    }

    @Property
    void keys_that_differ_only_by_case_have_different_paths(@ForAll @StringLength(max = 50) String key) {
        Assume.that(isText(key) && !key.toUpperCase(java.util.Locale.ROOT).equals(key));

        assertThat(KeyPath.of(ROOT, key)).isNotEqualTo(KeyPath.of(ROOT, key.toUpperCase(java.util.Locale.ROOT)));
    }

    /** No half of a surrogate pair, and short enough. */
    private static boolean isText(String key) {
        var bytes = key.getBytes(UTF_8);
        return bytes.length <= 1024 && new String(bytes, UTF_8).equals(key);
    }
}
