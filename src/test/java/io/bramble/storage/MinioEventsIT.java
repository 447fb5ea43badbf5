package io.bramble.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.bramble.storage.EngineUnderTest.TestBucket;
import io.bramble.storage.EventRule.Kind;
import io.bramble.storage.StoreException.Refused;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** A real MinIO server that was given somebody to tell: what happens to objects arrives there. */
@EnabledIfEnvironmentVariable(named = MinioServer.EXECUTABLE, matches = ".+")
class MinioEventsIT {
    @TempDir
    private static Path folder;

    private static Listener listener;
    private static MinioServer server;
    private static EngineUnderTest engine;

    @BeforeAll
    static void start() throws IOException {
        listener = new Listener();
        server = MinioServer.startTelling(folder, listener.uri());
        engine = new EngineUnderTest(server.admin(), server.endpoint());
    }

    @AfterAll
    static void stop() {
        server.close();
        listener.close();
    }

    private TestBucket bucket;
    private ObjectStore store;
    private BucketSettings settings;
    private String target;

    @BeforeEach
    void openABucket() {
        bucket = engine.aBucket();
        store = bucket.open(Permission.READ_WRITE);
        settings = bucket.admin().settings(bucket.name());
        target = engine.admin().eventTargets().getFirst();
    }

    @Test
    void the_engine_names_whom_it_can_tell() {
        assertThat(engine.can(Capability.EVENTS)).isTrue();
        assertThat(engine.admin().eventTargets()).hasSize(1);
        assertThat(target).startsWith("arn:minio:sqs:").endsWith(":webhook");
    }

    @Test
    void rules_replace_one_another_and_end() {
        assertThat(settings.events()).isEmpty();
        var rules = List.of(
                rule("both", "", "", Kind.CREATED, Kind.REMOVED), rule("jpg", "photos/ü +&/", ".jpg", Kind.REMOVED));
        settings.events(rules);
        settings.events(rules);
        assertThat(settings.events()).containsExactlyInAnyOrderElementsOf(rules);
        settings.events(rules.subList(1, 2));
        assertThat(settings.events()).containsExactlyElementsOf(rules.subList(1, 2));
        settings.events(List.of());
        assertThat(settings.events()).isEmpty();
    }

    @Test
    void what_a_rule_is_about_is_told_and_nothing_else() {
        settings.events(List.of(rule("new", "photos/", ".jpg", Kind.CREATED), rule("gone", "", "", Kind.REMOVED)));
        put("photos/a b.txt");
        put("a.jpg");
        put("photos/a b.jpg");
        await("created").atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(heard())
                .containsExactly("s3:ObjectCreated:Put " + bucket.name() + " photos/a b.jpg"));
        store.delete(bucket.name(), "a.jpg");
        await("removed").atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(heard())
                .hasSize(2)
                .contains("s3:ObjectRemoved:Delete " + bucket.name() + " a.jpg"));

        settings.events(List.of(rule("new", "photos/", "", Kind.CREATED)));
        store.delete(bucket.name(), "photos/a b.jpg");
        put("photos/last");
        await("as it is now").atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(heard())
                .hasSize(3)
                .contains("s3:ObjectCreated:Put " + bucket.name() + " photos/last"));
    }

    @Test
    void a_target_that_the_engine_does_not_have_is_refused() {
        var unknown = new EventRule("1", kinds(Kind.CREATED), "", "", "arn:minio:sqs::nobody:webhook");
        assertThatThrownBy(() -> settings.events(List.of(unknown))).isInstanceOf(Refused.class);
        assertThat(settings.events()).isEmpty();
    }

    private EventRule rule(String id, String prefix, String suffix, Kind... kinds) {
        return new EventRule(id, kinds(kinds), prefix, suffix, target);
    }

    private static SortedSet<Kind> kinds(Kind... kinds) {
        return new TreeSet<>(Set.of(kinds));
    }

    private void put(String key) {
        store.put(bucket.name(), key, "x".getBytes(UTF_8), "text/plain");
    }

    private List<String> heard() {
        return listener.heard(bucket.name());
    }
}
