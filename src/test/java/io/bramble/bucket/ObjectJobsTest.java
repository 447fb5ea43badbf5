package io.bramble.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bramble.ModuleTest;
import io.bramble.storage.StoreException.NotSupportedByEngine;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@ModuleTest
class ObjectJobsTest extends ObjectJobsContract {
    @Override
    boolean holds(String key) {
        return true;
    }

    @Test
    void the_folder_between_two_slashes_is_a_folder_like_any_other() {
        for (var key : List.of("/etc/hosts", "/x", "x")) program.put(key, "x");
        var done = afterUndo(jobs.delete(ann, photos.id(), ObjectSelection.folder("/")));
        assertThat(done.doneObjects()).isEqualTo(2);
        assertThat(listed(photos)).containsExactly("x");
    }

    @Test
    void what_this_engine_cannot_do_is_said() {
        assertThatThrownBy(() -> jobs.clearVersions(ann, photos.id(), "")).isInstanceOf(NotSupportedByEngine.class);
        assertThatThrownBy(() -> jobs.undelete(ann, photos.id(), ObjectSelection.file("a"), Instant.EPOCH))
                .isInstanceOf(NotSupportedByEngine.class);
    }
}
