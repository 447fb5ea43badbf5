package io.bramble.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ObjectDetailsTest {
    @Test
    void a_checksum_that_both_have_of_the_whole_tells_them_apart() {
        assertThat(kept(Map.of("CRC32", "a")).mayEqual(kept(Map.of("CRC32", "a"))))
                .isTrue();
        assertThat(kept(Map.of("CRC32", "a")).mayEqual(kept(Map.of("CRC32", "b"))))
                .isFalse();
        assertThat(kept(Map.of("CRC32", "a", "SHA256", "c")).mayEqual(kept(Map.of("SHA256", "d", "CRC32", "a"))))
                .isFalse();
    }

    @Test
    void one_of_parts_or_of_one_side_alone_says_nothing() {
        assertThat(kept(Map.of("CRC32", "a-3")).mayEqual(kept(Map.of("CRC32", "b"))))
                .isTrue();
        assertThat(kept(Map.of("CRC32", "b")).mayEqual(kept(Map.of("CRC32", "a-3"))))
                .isTrue();
        assertThat(kept(Map.of("CRC32", "a")).mayEqual(kept(Map.of()))).isTrue();
    }

    private static ObjectDetails kept(Map<String, String> checksums) {
        var object = new StoredObject("key", 1, Instant.EPOCH, "etag-1", "text/plain");
        return new ObjectDetails(object, null, Map.of(), Map.of(), checksums, "STANDARD");
    }
}
