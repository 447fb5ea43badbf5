package io.bramble.bucket;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bramble.ModuleTest;
import io.bramble.storage.StoreException.NotSupportedByEngine;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@ModuleTest
class ObjectJobsTest extends ObjectJobsContract {
    @Override
    boolean holds(String key) {
        return true;
    }

    @Test
    void what_this_engine_cannot_do_is_said() {
        assertThatThrownBy(() -> jobs.clearVersions(ann, photos.id(), "")).isInstanceOf(NotSupportedByEngine.class);
        assertThatThrownBy(() -> jobs.undelete(ann, photos.id(), ObjectSelection.file("a"), Instant.EPOCH))
                .isInstanceOf(NotSupportedByEngine.class);
    }
}
