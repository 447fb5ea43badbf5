package io.bramble.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import io.bramble.account.Membership;
import io.bramble.storage.ListRequest;
import io.bramble.storage.Permission;
import io.bramble.storage.StoredObject;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Ann, her bucket, a program that uses it, and workers that run when a test says so. */
abstract class JobStage {
    @Autowired
    ObjectJobs jobs;

    @Autowired
    AccessKeys keys;

    @Autowired
    Customers customers;

    @Autowired
    Workbench bench;

    Membership ann;
    BucketView bucket;
    Customers.Program program;

    @BeforeEach
    void arrive() {
        bench.begin();
        ann = customers.arrive("ann");
        bucket = customers.create(ann, customers.unique("photos"));
        var issued = keys.issue(ann, bucket.id(), new NewKey("program", Permission.READ_WRITE, "", null));
        program = customers.program(bucket, issued);
        bench.worker().work();
    }

    @AfterEach
    void end() {
        bench.begin();
    }

    ObjectJob deletion(String folder) {
        return jobs.delete(ann, bucket.id(), ObjectSelection.folder(folder));
    }

    ObjectJob copy(String folder, String to, Duplicates duplicates) {
        return jobs.copy(
                ann, bucket.id(), ObjectSelection.folder(folder), new Destination(bucket.id(), to, duplicates));
    }

    ObjectJob now(ObjectJob job) {
        return jobs.get(ann, job.id());
    }

    void assertDone(ObjectJob begun, int objects) {
        var done = now(begun);
        assertThat(done.problem()).isNull();
        assertThat(jobs.failures(ann, begun.id())).isEmpty();
        assertThat(done.state()).isEqualTo(ObjectJob.State.DONE);
        assertThat(done.doneObjects()).isEqualTo(objects);
        assertThat(done.totalObjects()).isEqualTo(objects);
    }

    List<String> listed() {
        return program.store().list(bucket.name(), ListRequest.subtree("", 1000)).objects().stream()
                .map(StoredObject::key)
                .toList();
    }

    /** Objects may/0001 and so on. */
    void fill(int objects) {
        try (var threads = Executors.newFixedThreadPool(8)) {
            IntStream.rangeClosed(1, objects)
                    .forEach(number ->
                            threads.execute(() -> program.put("may/%04d".formatted(number), "content " + number)));
        }
    }
}
