package io.bramble.compatibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.bramble.ModuleTest;
import io.bramble.bucket.Customers;
import io.bramble.compatibility.Operation.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Real clients with keys of Bramble on each engine do what docs/s3-compatibility.md says, no more and no less. */
@ModuleTest
@Import({Customers.class, Residents.class, RealServer.class})
@TestInstance(Lifecycle.PER_CLASS)
class CompatibilityIT {
    private static final Path PAGE = Path.of("docs/s3-compatibility.md");
    private static final Path SEEN = Path.of("target/s3-compatibility.md");
    private static final int AT_ONCE = 4;

    @TempDir
    private static Path folder;

    @Autowired
    private Residents residents;

    @Autowired
    private RealServer server;

    private List<Outcome> outcomes = List.of();
    private boolean complete;

    @BeforeAll
    void run() throws Exception {
        var suites = Stream.of(Aws.suite(), new Boto3(), Mc.suite(), Rclone.suite(), MinioJava.suite(), AwsSdk.suite())
                .filter(Suite::isHere)
                .toList();
        var places = places();
        outcomes = all(suites.stream()
                .flatMap(suite -> places.stream().flatMap(suite::tasks))
                .toList());
        complete = suites.size() == 6 && places.size() == 2;
    }

    private List<Place> places() throws IOException {
        var embedded = residents.settle(Engine.EMBEDDED);
        if (!server.isHere()) return List.of(embedded);
        server.start(folder);
        return List.of(embedded, residents.settle(Engine.MINIO));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static List<Outcome> all(List<Callable<List<Outcome>>> tasks)
            throws InterruptedException, ExecutionException {
        try (var workers = Executors.newFixedThreadPool(AT_ONCE)) {
            var outcomes = new ArrayList<Outcome>();
            for (var done : workers.invokeAll(tasks)) outcomes.addAll(done.get());
            return outcomes;
        }
    }

    @TestFactory
    Stream<DynamicTest> every_operation_ends_as_the_table_says() {
        return outcomes.stream()
                .map(outcome -> dynamicTest(outcome.name(), () -> assertThat(outcome.isExpected())
                        .as("%s: %s, not %s", outcome.name(), outcome.answer(), outcome.expected())
                        .isTrue()));
    }

    @Test
    void the_page_in_docs_is_this_run() throws IOException {
        assumeTrue(complete, "A client or the MinIO server is not here; bin/test says which.");
        var page = new Table(outcomes).markdown();
        Files.writeString(SEEN, page);
        assertThat(PAGE).as("If the new page is right: cp %s %s", SEEN, PAGE).hasContent(page);
    }
}
