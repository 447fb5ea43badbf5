package io.bramble.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bramble.account.InvalidField;
import io.bramble.storage.Description;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NewDescriptionTest {
    private static final Description NOW =
            new Description("image/png", Map.of("cache-control", "no-store"), Map.of("author", "Zoë"));

    @Test
    void what_is_not_named_stays_and_what_is_empty_goes() {
        var wish = new NewDescription(null, "", "inline", Map.of("Author", "Ann"));
        assertThat(wish.over(NOW))
                .isEqualTo(
                        new Description("image/png", Map.of("content-disposition", "inline"), Map.of("author", "Ann")));
        assertThat(new NewDescription("", null, null, Map.of()).over(NOW).contentType())
                .isEqualTo("application/octet-stream");
    }

    @Test
    void what_a_copy_would_lose_has_to_be_replaced_too() {
        assertThatThrownBy(() -> new NewDescription("text/plain", null, null, null).over(NOW))
                .isInstanceOf(InvalidField.class)
                .hasMessageContaining("beyond ASCII");
        assertThat(new NewDescription("image/png", null, null, null).over(NOW)).isEqualTo(NOW);
    }

    @Test
    void what_headers_cannot_carry_is_refused_at_its_field() {
        refused("contentType", "text", null, Map.of());
        refused("cacheControl", "text/plain", "é", Map.of());
        refused("metadata", "text/plain", null, Map.of("a b", "c"));
        refused("metadata", "text/plain", null, Map.of("a", "two\nlines"));
        refused("metadata", "text/plain", null, Map.of("a", "x".repeat(2048)));
    }

    private static void refused(String field, String type, @Nullable String cache, Map<String, String> metadata) {
        assertThatThrownBy(() -> new NewDescription(type, cache, null, metadata))
                .isInstanceOfSatisfying(InvalidField.class, refusal -> assertThat(refusal.field())
                        .isEqualTo(field));
    }
}
