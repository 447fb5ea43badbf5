package io.bramble.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import io.bramble.MinioModuleTest;
import io.bramble.bucket.WatchedStores.Moment;
import io.bramble.storage.MinioServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** A real MinIO server that dies in the middle of a job: the job waits, says so, and goes on. */
@MinioModuleTest
@Import({Customers.class, Workbench.class})
@TestPropertySource(properties = "bramble.worker.enabled=false")
class ObjectJobEngineFaultIT extends JobStage {
    /** One in so many calls, since a server takes a while to come back. */
    private static final int EACH = 3;

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

    @Test
    void an_engine_killed_during_a_move_has_each_file_once_in_the_end() {
        var call = 1;
        while (engineKilledAt(call)) call += EACH;
        assertThat(call).as("calls in all").isGreaterThan(12);
    }

    private boolean engineKilledAt(int call) {
        program.put("may/a", "one");
        program.put("may/b", "two");
        program.store().deleteAll(bucket.name(), List.of("june/a", "june/b"));
        var job = jobs.rename(ann, bucket.id(), "may/", "june", Duplicates.SKIP);
        bench.at(call, Moment.BEFORE, minio::kill);
        bench.worker().work();
        var killed = bench.reached(call);
        if (killed) {
            assertThat(now(job).problem()).contains("does not answer");
            minio.startAgain();
            bench.clock().advance(Duration.ofSeconds(6));
            bench.worker().work();
        }
        assertDone(job, 2);
        assertThat(listed()).containsExactly("june/a", "june/b");
        return killed;
    }

    /** As long as the original is there, whoever overwrites the copy with something else keeps it there. */
    @Test
    void a_copy_that_somebody_has_overwritten_is_not_taken_for_the_original() throws Exception {
        var kept = 0;
        for (int call = 1, reached = 1; call <= reached; call++) {
            program.store().deleteAll(bucket.name(), List.of("movie"));
            InParts.putChecked(program, "film", "original");
            var job = jobs.rename(ann, bucket.id(), "film", "movie", Duplicates.SKIP);
            bench.at(call, Moment.AFTER, this::overwriteTheCopy);
            bench.worker().work();
            reached = bench.reached(call) ? call + 1 : call;
            if (!jobs.failures(ann, job.id()).isEmpty()) {
                assertThat(program.get("film")).isEqualTo("original");
                kept++;
            }
        }
        assertThat(kept).as("times it was overwritten before it was compared").isPositive();
    }

    private void overwriteTheCopy() {
        if (program.store().head(bucket.name(), "movie").isEmpty()) return;
        try {
            InParts.putChecked(program, "movie", "another!");
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }
}
