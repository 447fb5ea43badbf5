package io.bramble.storage.minio;

import static org.assertj.core.api.Assertions.assertThat;

import io.bramble.storage.Release.Advisory;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AdvisoriesTest {
    @Test
    void holes_are_named_by_the_date_of_a_release() {
        assertThat(ids(Instant.parse("2026-02-12T20:18:48Z")))
                .containsExactly("CVE-2026-40344", "CVE-2026-41145", "SN-2026-011", "SN-2026-012", "SN-2026-013");
        assertThat(ids(Instant.parse("2026-09-03T13:18:01Z")))
                .containsExactly("SN-2026-011", "SN-2026-012", "SN-2026-013");
        assertThat(ids(Instant.parse("2026-09-16T00:00:00Z"))).isEmpty();
        assertThat(ids(Instant.parse("2022-06-01T00:00:00Z")))
                .containsExactly("SN-2026-011", "SN-2026-012", "SN-2026-013");
    }

    @Test
    void of_a_build_that_does_not_say_the_worst_is_believed() {
        assertThat(ids(null)).hasSize(5);
    }

    private static List<String> ids(@Nullable Instant releasedAt) {
        return Advisories.of(releasedAt).stream().map(Advisory::id).toList();
    }
}
