package io.bramble.ui.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.bramble.bucket.ObjectJob;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JobWordsTest {
    @Test
    void a_deletion_that_has_a_way_back_says_where_it_is_later() {
        assertThat(JobWords.detail(deleted(true))).startsWith("3 files done").contains("Deleted files");
        assertThat(JobWords.detail(deleted(false))).isEqualTo("3 files done");
    }

    private static ObjectJob deleted(boolean undoable) {
        var id = UUID.randomUUID();
        return new ObjectJob(
                id,
                id,
                ObjectJob.Kind.DELETE,
                ObjectJob.State.DONE,
                "a",
                3,
                null,
                null,
                3,
                0,
                0,
                3,
                true,
                0,
                null,
                undoable,
                false,
                "me",
                Instant.EPOCH,
                Instant.EPOCH,
                Instant.EPOCH);
    }
}
