package io.bramble.bucket;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bramble.MinioModuleTest;
import io.bramble.storage.AwkwardKeys;
import io.bramble.storage.MinioServer;
import io.bramble.storage.ObjectVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@MinioModuleTest
class ObjectJobsOnMinioIT extends ObjectJobsContract {
    @TempDir
    private static Path folder;

    private static MinioServer minio;

    @DynamicPropertySource
    static void startMinio(DynamicPropertyRegistry properties) throws Exception {
        minio = MinioServer.start(folder);
        minio.describe(properties);
    }

    @AfterAll
    static void stopMinio() {
        minio.close();
    }

    @Autowired
    Settings settings;

    @Override
    boolean holds(String key) {
        return !AwkwardKeys.isOdd(key);
    }

    @Test
    void what_was_deleted_where_versions_are_kept_is_brought_back() {
        keepVersions();
        fill("may/", 1_005);
        program.put("before", "x");
        ended(jobs.delete(ann, photos.id(), ObjectSelection.file("before")));
        var deletion = jobs.delete(ann, photos.id(), ObjectSelection.folder("may/"));
        assertThat(deletion.state()).as("no need to wait").isEqualTo(ObjectJob.State.RUNNING);
        var deleted = ended(deletion);
        assertThat(deleted.undoable()).isTrue();
        assertThat(listed(photos)).isEmpty();
        var back = jobs.undo(ann, deleted.id());
        assertDone(back, 1_005);
        assertThat(listed(photos)).hasSize(1_000);
        assertThat(jobs.get(ann, deleted.id()).undoable()).isFalse();
        assertThat(versions("may/")).noneMatch(ObjectVersion::deleteMarker).hasSize(1_000);
    }

    @Test
    void deleted_files_of_a_selection_are_brought_back() {
        keepVersions();
        program.put("a", "x");
        program.put("ab", "x");
        var both = new ObjectSelection(List.of("a", "ab"), List.of());
        var deleted = ended(jobs.delete(ann, photos.id(), both));
        assertDone(jobs.undo(ann, deleted.id()), 2);
        assertThat(listed(photos)).containsExactly("a", "ab");
    }

    @Test
    void old_versions_and_marks_are_cleared_and_what_is_visible_stays() {
        keepVersions();
        for (var i = 0; i < 3; i++) fill("may/", 400);
        fill("gone/", 20);
        ended(jobs.delete(ann, photos.id(), ObjectSelection.folder("gone/")));
        var cleared = ended(jobs.clearVersions(ann, photos.id(), ""));
        assertThat(cleared.state()).isEqualTo(ObjectJob.State.DONE);
        assertThat(cleared.doneObjects()).isEqualTo(800 + 20 + 20);
        assertThat(versions("")).hasSize(400).allMatch(ObjectVersion::latest);
        assertThat(listed(photos)).hasSize(400);
    }

    @Test
    void a_move_where_versions_are_kept_hides_the_original_which_can_come_back() {
        keepVersions();
        program.put("a", "old");
        program.put("a", "new");
        assertDone(jobs.rename(ann, photos.id(), "a", "b", Duplicates.SKIP), 1);
        assertThat(listed(photos)).containsExactly("b");
        assertThat(program.get("b")).isEqualTo("new");
        assertThat(versions("a")).hasSize(3).first().matches(ObjectVersion::deleteMarker);
    }

    @Test
    void a_bucket_that_keeps_versions_is_emptied_to_the_last() {
        keepVersions();
        fill("may/", 30);
        fill("may/", 30);
        var done = afterUndo(jobs.empty(ann, photos.id(), photos.name(), true));
        assertThat(done.state()).isEqualTo(ObjectJob.State.DONE);
        assertThat(versions("")).isEmpty();
    }

    @Test
    void labels_go_with_a_file() {
        program.put("a", "x");
        program.store().tags(photos.name(), "a", Map.of("team", "A + B"));
        assertDone(jobs.rename(ann, photos.id(), "a", "b", Duplicates.SKIP), 1);
        assertDone(jobs.describe(ann, photos.id(), ObjectSelection.file("b"), TEXT), 1);
        assertThat(program.store().tags(photos.name(), "b")).isEqualTo(Map.of("team", "A + B"));
    }

    @Test
    void a_file_that_was_sent_in_parts_is_moved_with_its_checksum() throws Exception {
        InParts.putChecked(program, "film", "123456789");
        assertDone(jobs.rename(ann, photos.id(), "film", "movie", Duplicates.SKIP), 1);
        assertThat(program.get("movie")).isEqualTo("123456789");
        assertThat(program.store().stat(photos.name(), "movie").orElseThrow().checksums())
                .containsEntry("CRC32", "y/Q5Jg==");
    }

    private void keepVersions() {
        settings.versioning(ann, photos.id(), true);
        await().atMost(15, SECONDS).until(() -> settings.get(ann, photos.id()).inForce());
    }

    private List<ObjectVersion> versions(String prefix) {
        return program.store()
                .versions()
                .list(photos.name(), prefix, null, 1000)
                .versions();
    }
}
