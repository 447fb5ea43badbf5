package io.bramble.bucket;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bramble.ModuleTest;
import io.bramble.storage.StoreException.NotSupportedByEngine;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@ModuleTest
class ObjectJobsTest extends ObjectJobsContract {
    /** {@code from/} and {@code moved/re +%2F named 😀/} stand before them. */
    @Override
    List<String> awkwardNames() {
        return List.of(
                "plain.txt",
                "😀 emoji 🍓.jpg",
                " spaces  around ",
                "a+b",
                "a%2Fb",
                "a%20b",
                "100%",
                "a#b?c=d&e",
                "/lead",
                "a//b",
                "../up",
                "./here",
                "..",
                ".",
                "trail/",
                "שלום עולם‏.txt",
                "é",
                "e\u0301",
                "tab\tand\nline",
                "bell\u0007and\u007f",
                "quote\"'<>&",
                "back\\slash",
                "ü".repeat(490));
    }

    @Test
    void what_this_engine_cannot_do_is_said() {
        assertThatThrownBy(() -> jobs.clearVersions(ann, photos.id(), "")).isInstanceOf(NotSupportedByEngine.class);
        assertThatThrownBy(() -> jobs.undelete(ann, photos.id(), ObjectSelection.file("a"), Instant.EPOCH))
                .isInstanceOf(NotSupportedByEngine.class);
    }
}
