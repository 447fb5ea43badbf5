package io.bramble.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.bramble.MinioModuleTest;
import io.bramble.account.InvalidField;
import io.bramble.account.Membership;
import io.bramble.bucket.Customers.Program;
import io.bramble.storage.Capability;
import io.bramble.storage.MinioServer;
import io.bramble.storage.ObjectVersion;
import io.bramble.storage.StoreException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What files were before, on the real MinIO. */
@MinioModuleTest
@Import(Customers.class)
class FileVersionsIT {
    @TempDir
    private static Path folder;

    private static MinioServer minio;

    @Autowired
    FileVersions versions;

    @Autowired
    FileDetails details;

    @Autowired
    ObjectJobs jobs;

    @Autowired
    UnseenBytes unseen;

    @Autowired
    Settings settings;

    @Autowired
    Customers customers;

    private Membership ann;
    private BucketView bucket;
    private Program program;

    @DynamicPropertySource
    static void startMinio(DynamicPropertyRegistry properties) throws Exception {
        minio = MinioServer.start(folder);
        minio.describe(properties);
    }

    @AfterAll
    static void stopMinio() {
        minio.close();
    }

    @BeforeEach
    void keepVersions() {
        ann = customers.arrive("ann");
        bucket = customers.ready(ann, "photos");
        // a new engine is tried out while the first bucket is made
        await().atMost(Duration.ofMinutes(1))
                .until(() -> settings.get(ann, bucket.id()).capabilities().has(Capability.VERSIONING));
        settings.versioning(ann, bucket.id(), true);
        await().until(() -> settings.get(ann, bucket.id()).inForce());
        program = customers.program(ann, bucket);
    }

    @Test
    void a_files_versions_are_listed_saved_and_restored() throws Exception {
        program.put("may/a", "first");
        program.put("may/a", "second");
        program.put("may/abc", "another");
        var all = versions.of(ann, bucket.id(), "may/a");
        assertThat(all).extracting(ObjectVersion::sizeBytes).containsExactly(6L, 5L);
        var first = all.getLast().id();
        try (var http = HttpClient.newHttpClient()) {
            var link = versions.download(ann, bucket.id(), first);
            var answer = http.send(HttpRequest.newBuilder(link).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.body()).isEqualTo("first");
        }
        versions.restore(ann, bucket.id(), first);
        assertThat(program.get("may/a")).isEqualTo("first");
        assertThat(versions.of(ann, bucket.id(), "may/a")).hasSize(3);
    }

    @Test
    void a_version_is_erased_for_good_and_the_others_stay() {
        program.put("a", "secret");
        program.put("a", "public");
        var secret = versions.of(ann, bucket.id(), "a").getLast();
        versions.erase(ann, bucket.id(), secret.id());
        assertThat(versions.of(ann, bucket.id(), "a")).hasSize(1).doesNotContain(secret);
        assertThat(program.get("a")).isEqualTo("public");
    }

    @Test
    void deleted_files_are_listed_and_brought_back_however_often_they_were_deleted() {
        for (var key : List.of("keep", "may/one", "may/two", "june")) program.put(key, key);
        for (var key : List.of("may/one", "may/one", "may/two", "june"))
            program.store().delete(bucket.name(), key);
        var deleted = versions.deleted(ann, bucket.id(), "may/", null);
        assertThat(deleted.files()).extracting(DeletedFile::key).containsExactly("may/one", "may/two");
        assertThat(deleted.files()).extracting(DeletedFile::sizeBytes).containsExactly(7L, 7L);
        assertThat(deleted.next()).isNull();
        for (var key : List.of("may/one", "may/two", "never")) versions.undelete(ann, bucket.id(), key);
        assertThat(program.get("may/one")).isEqualTo("may/one");
        assertThat(versions.deleted(ann, bucket.id(), "", null).files())
                .extracting(DeletedFile::key)
                .containsExactly("june");
    }

    @Test
    void a_job_brings_back_all_of_them_and_counts_each_once() {
        for (var key : List.of("keep", "may/one", "may/two", "june")) program.put(key, key);
        for (var key : List.of("may/one", "may/one", "may/one", "may/two", "june", "june"))
            program.store().delete(bucket.name(), key);
        var what = new ObjectSelection(List.of("june"), List.of("may/"));
        var job = jobs.undelete(ann, bucket.id(), what, Instant.EPOCH);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> jobs.get(ann, job.id()).state().ended());
        assertThat(jobs.get(ann, job.id()).doneObjects()).isEqualTo(3);
        assertThat(jobs.get(ann, job.id()).totalObjects()).isEqualTo(3);
        for (var key : List.of("keep", "may/one", "may/two", "june"))
            assertThat(program.get(key)).isEqualTo(key);
    }

    @Test
    void what_was_deleted_before_the_job_that_is_undone_stays_deleted() throws InterruptedException {
        program.put("old", "old");
        program.store().delete(bucket.name(), "old");
        Thread.sleep(1100); // engines tell whole seconds
        var since = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        program.store().delete(bucket.name(), "old");
        var job = jobs.undelete(ann, bucket.id(), ObjectSelection.file("old"), since);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> jobs.get(ann, job.id()).state().ended());
        assertThat(versions.of(ann, bucket.id(), "old"))
                .extracting(ObjectVersion::deleteMarker)
                .containsExactly(true, false);
    }

    @Test
    void what_is_unseen_is_counted() {
        assertThat(unseen.count(ann, bucket.id()).isNothing()).isTrue();
        IntStream.range(0, 3).forEach(each -> program.put("a", "x".repeat(100 + each)));
        program.store().delete(bucket.name(), "a");
        var upload = program.store().multipart().begin(bucket.name(), "big", "text/plain");
        var found = unseen.count(ann, bucket.id());
        assertThat(found.oldVersions()).isEqualTo(new UnseenBytes.Amount(4, 303));
        assertThat(found.openUploads()).isEqualTo(new UnseenBytes.Amount(1, 0));
        assertThat(found.atLeast()).isFalse();
        program.store().multipart().abort(upload);
    }

    @Test
    void what_is_said_about_a_file_is_replaced_unless_somebody_was_faster() {
        program.put("a b", "hello");
        details.tag(ann, bucket.id(), "a b", Map.of("team", "red: 2 / 3"));
        var seen = details.get(ann, bucket.id(), "a b");
        var said = new NewDescription("text/markdown", "no-store", null, Map.of("author", "Ann"));
        details.describe(ann, bucket.id(), seen.details(), said);
        var now = details.get(ann, bucket.id(), "a b");
        assertThat(now.details().object().contentType()).isEqualTo("text/markdown");
        assertThat(now.details().headers()).isEqualTo(Map.of("cache-control", "no-store"));
        assertThat(now.details().metadata()).isEqualTo(Map.of("author", "Ann"));
        assertThat(now.tags()).isEqualTo(Map.of("team", "red: 2 / 3"));
        program.put("a b", "newer");
        assertThatThrownBy(() -> details.describe(ann, bucket.id(), seen.details(), said))
                .isInstanceOf(StoreException.Changed.class);
    }

    @Test
    void tags_that_s3_does_not_know_are_refused_before_they_are_sent() {
        assertThatThrownBy(() -> details.tag(ann, bucket.id(), "a", Map.of("team", "red & blue")))
                .isInstanceOf(InvalidField.class)
                .hasMessageContaining("team");
    }
}
