package io.bramble.bucket;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.bramble.ModuleTest;
import io.bramble.account.AccountScope;
import io.bramble.account.InvalidField;
import io.bramble.account.Membership;
import io.bramble.account.Standing;
import io.bramble.storage.Capability;
import io.bramble.storage.LifecycleRule;
import io.bramble.storage.MinioServer;
import io.bramble.storage.ObjectVersion;
import io.bramble.storage.Permission;
import io.bramble.storage.Retention;
import io.bramble.storage.StoreException.AccessDenied;
import io.bramble.storage.StoreException.NotSupportedByEngine;
import io.bramble.storage.StoreException.QuotaExceeded;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is set in Bramble is in force on a real MinIO server, and stays so whatever others do there. */
@ModuleTest
@Import({Customers.class, MinioEngine.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIfEnvironmentVariable(named = MinioServer.EXECUTABLE, matches = ".+")
class SettingsOnMinioIT {
    private static final LifecycleRule LOGS = new LifecycleRule("", "logs/", 30, null, null);
    private static final LifecycleRule OLD = new LifecycleRule("", "", null, 7, null);
    private static final Retention FOR_A_DAY = new Retention(Retention.Mode.GOVERNANCE, 1);

    @TempDir
    private static Path folder;

    @Autowired
    MinioEngine minio;

    @Autowired
    Settings settings;

    @Autowired
    Buckets buckets;

    @Autowired
    Customers customers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    private MinioEngine.Running engine;
    private Membership ada;

    @BeforeAll
    void startMinio() throws Exception {
        engine = minio.start(folder);
    }

    @BeforeEach
    void adaArrives() {
        ada = customers.arrive("ada");
    }

    @AfterAll
    void stopMinio() {
        engine.close();
    }

    @Test
    void versions_are_kept_when_that_is_switched_on_and_stay_when_it_is_switched_off() {
        var bucket = customers.ready(ada, "photos");
        var program = customers.program(ada, bucket);
        settings.versioning(ada, bucket.id(), true);
        awaitInForce(bucket);
        program.put("a", "one");
        program.put("a", "two");
        assertThat(versions(program)).hasSize(2);
        settings.versioning(ada, bucket.id(), false);
        awaitInForce(bucket);
        program.put("a", "three");
        program.put("a", "four");
        assertThat(versions(program)).as("the two, and one that is overwritten").hasSize(3);
    }

    @Test
    void rules_and_tags_are_there_as_s3_tells_them() {
        var bucket = customers.ready(ada, "photos");
        settings.lifecycle(ada, bucket.id(), List.of(LOGS, OLD));
        settings.tags(ada, bucket.id(), Map.of("team", "A + B"));
        awaitInForce(bucket);
        assertThat(engine.settings(bucket).lifecycle())
                .containsExactly(
                        new LifecycleRule("bramble-1", "logs/", 30, null, null),
                        new LifecycleRule("bramble-2", "", null, 7, null));
        assertThat(engine.settings(bucket).tags()).isEqualTo(Map.of("team", "A + B"));
        settings.lifecycle(ada, bucket.id(), List.of());
        settings.tags(ada, bucket.id(), Map.of());
        awaitInForce(bucket);
        assertThat(engine.settings(bucket).lifecycle()).isEmpty();
        assertThat(engine.settings(bucket).tags()).isEmpty();
    }

    @Test
    void a_rule_for_unfinished_uploads_is_taken_by_an_engine_that_keeps_it_only() {
        var bucket = customers.ready(ada, "photos");
        var rules = List.of(new LifecycleRule("", "", null, null, 3));
        if (can(bucket, Capability.UPLOAD_EXPIRY)) {
            settings.lifecycle(ada, bucket.id(), rules);
            awaitInForce(bucket);
            assertThat(engine.settings(bucket).lifecycle()).hasSize(1);
        } else {
            assertThatThrownBy(() -> settings.lifecycle(ada, bucket.id(), rules))
                    .isInstanceOf(NotSupportedByEngine.class)
                    .hasMessageContaining("unfinished uploads");
        }
    }

    @Test
    void a_page_of_an_allowed_site_may_upload_and_others_may_not_where_the_engine_has_rules_for_that()
            throws Exception {
        var bucket = customers.ready(ada, "photos");
        var rules = List.of(CorsRules.upload("https://example.org"));
        if (can(bucket, Capability.BUCKET_CORS)) {
            settings.cors(ada, bucket.id(), rules);
            awaitInForce(bucket);
            assertThat(allowedOrigin(bucket, "https://example.org")).isEqualTo("https://example.org");
            assertThat(allowedOrigin(bucket, "http://localhost:8080"))
                    .as("console")
                    .isEqualTo("http://localhost:8080");
            assertThat(allowedOrigin(bucket, "https://evil.example")).isEmpty();
        } else {
            assertThatThrownBy(() -> settings.cors(ada, bucket.id(), rules))
                    .isInstanceOf(NotSupportedByEngine.class)
                    .hasMessageContaining("CORS rules");
            assertThat(allowedOrigin(bucket, "http://localhost:8080"))
                    .as("console")
                    .isEqualTo("http://localhost:8080");
        }
    }

    private static String allowedOrigin(BucketView bucket, String origin) throws Exception {
        var preflight = HttpRequest.newBuilder(URI.create(bucket.url() + "/a"))
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "PUT")
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(preflight, BodyHandlers.discarding());
            return answer.headers().firstValue("Access-Control-Allow-Origin").orElse("");
        }
    }

    @Test
    void an_object_beyond_the_quota_is_refused() {
        var bucket = customers.ready(ada, "photos");
        var program = customers.program(ada, bucket);
        buckets.quota(ada, bucket.id(), 1024L);
        awaitInForce(bucket);
        assertThatThrownBy(() -> program.put("big", "x".repeat(4096))).isInstanceOf(QuotaExceeded.class);
        buckets.quota(ada, bucket.id(), null);
        awaitInForce(bucket);
        program.put("big", "x".repeat(4096));
    }

    @Test
    void objects_of_a_bucket_made_for_it_are_locked_and_no_key_erases_them() {
        var bucket = locked();
        var program = customers.program(ada, bucket);
        assertThat(versions(program)).as("left by the test of the bucket").isEmpty();
        settings.retention(ada, bucket.id(), FOR_A_DAY);
        awaitInForce(bucket);
        assertThat(engine.settings(bucket).retention()).hasValue(FOR_A_DAY);
        program.put("a", "kept");
        program.store().delete(program.bucket(), "a");
        var written = versions(program).stream()
                .filter(version -> !version.deleteMarker())
                .toList();
        assertThat(written).hasSize(1);
        assertThat(program.store()
                        .versions()
                        .deleteAll(program.bucket(), List.of(written.getFirst().id())))
                .as("refused")
                .hasSize(1);
        assertThatThrownBy(() -> settings.versioning(ada, bucket.id(), false)).isInstanceOf(InvalidField.class);
        buckets.delete(ada, bucket.id(), bucket.name());
        startPurge(bucket);
        await().atMost(20, SECONDS).untilAsserted(() -> assertThat(
                        buckets.get(ada, bucket.id()).problem())
                .isEqualTo("Objects are locked. They are erased when their locks have ended; all access is cut."));
    }

    @Test
    void a_bucket_that_was_not_made_for_locks_cannot_lock() {
        var bucket = customers.ready(ada, "photos");
        assertThatThrownBy(() -> settings.retention(ada, bucket.id(), FOR_A_DAY))
                .isInstanceOf(InvalidField.class)
                .hasMessageContaining("decided when it is made");
    }

    @Test
    void what_is_set_otherwise_by_hand_is_put_right_at_the_next_pass() {
        var bucket = customers.ready(ada, "photos");
        settings.versioning(ada, bucket.id(), true);
        settings.lifecycle(ada, bucket.id(), List.of(LOGS));
        settings.tags(ada, bucket.id(), Map.of("team", "a"));
        awaitInForce(bucket);
        var byHand = engine.settings(bucket);
        byHand.keepVersions(false);
        byHand.lifecycle(List.of(new LifecycleRule("theirs", "", 1, null, null)));
        byHand.tags(Map.of());
        buckets.quota(ada, bucket.id(), 1L << 20); // a pass
        awaitInForce(bucket);
        assertThat(byHand.keepsVersions()).isTrue();
        assertThat(byHand.lifecycle()).containsExactly(new LifecycleRule("bramble-1", "logs/", 30, null, null));
        assertThat(byHand.tags()).isEqualTo(Map.of("team", "a"));
    }

    @Test
    void a_purge_erases_old_versions_and_delete_markers_too() {
        var bucket = customers.ready(ada, "photos");
        var program = customers.program(ada, bucket);
        settings.versioning(ada, bucket.id(), true);
        awaitInForce(bucket);
        program.put("a", "one");
        program.put("a", "two");
        program.store().delete(program.bucket(), "a");
        buckets.delete(ada, bucket.id(), bucket.name());
        startPurge(bucket);
        await().atMost(20, SECONDS).untilAsserted(() -> assertThatThrownBy(() -> buckets.get(ada, bucket.id()))
                .isInstanceOf(BucketNotFound.class));
        assertThat(engine.server().admin().buckets()).doesNotContain(bucket.name());
    }

    @Test
    void all_keys_of_a_suspended_account_are_refused_within_five_seconds_and_let_in_again() {
        var bob = customers.arrive("bob");
        var bucket = customers.ready(bob, "photos");
        var writer = customers.program(bob, bucket);
        var reader = customers.program(bob, bucket, new NewKey("reader", Permission.READ, "", null));
        writer.put("a", "one");
        customers.standing(bob, Standing.SUSPENDED);
        await().atMost(5, SECONDS).untilAsserted(() -> {
            for (var program : List.of(writer, reader))
                assertThatThrownBy(() -> program.get("a")).isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> writer.put("b", "two")).isInstanceOf(AccessDenied.class);
        });
        customers.standing(bob, Standing.ACTIVE);
        await().atMost(5, SECONDS)
                .ignoreExceptionsInstanceOf(AccessDenied.class)
                .untilAsserted(() -> assertThat(reader.get("a")).isEqualTo("one"));
        writer.put("b", "two");
    }

    @Test
    void a_key_that_somebody_removed_is_told_to_be_lost() {
        var bucket = customers.ready(ada, "photos");
        var program = customers.program(ada, bucket);
        var onEngine = engine.server().admin();
        var before = onEngine.keys(bucket.name());
        before.forEach(key -> onEngine.revokeKey(key.accessKeyId()));
        buckets.quota(ada, bucket.id(), 1L << 20); // a pass
        awaitInForce(bucket);
        assertThat(keyState(program)).isEqualTo("LOST");
        assertThat(onEngine.keys(bucket.name())).as("the console's own").hasSize(3);
    }

    private String keyState(Customers.Program program) {
        return AccountScope.platform(
                () -> transactions.execute(_ -> jdbc.sql("select state from access_key where id = ?")
                        .param(program.keyId())
                        .query(String.class)
                        .single()));
    }

    private BucketView locked() {
        var wish = new NewBucket(customers.unique("locked"), true);
        var made = ((Creation.Accepted) buckets.create(ada, customers.namespaceOf(ada), wish)).bucket();
        customers.awaitState(ada, made.id(), BucketState.READY);
        return buckets.get(ada, made.id());
    }

    private boolean can(BucketView bucket, Capability capability) {
        return settings.get(ada, bucket.id()).capabilities().has(capability);
    }

    private void awaitInForce(BucketView bucket) {
        await().atMost(20, SECONDS).until(() -> settings.get(ada, bucket.id()).inForce());
    }

    /** Without waiting a week: the server's own clock cannot be moved. */
    private void startPurge(BucketView bucket) {
        awaitPurgeable(bucket.id());
        AccountScope.platform(() -> transactions.execute(_ -> {
            jdbc.sql("update bucket set purge_after = now() - interval '1 second' where id = ?")
                    .param(bucket.id())
                    .update();
            return jdbc.sql("update scheduled_tasks set execution_time = now() where task_instance = ?")
                    .param(bucket.id().toString())
                    .update();
        }));
    }

    /** The pass that cuts access is over. */
    private void awaitPurgeable(UUID id) {
        await().atMost(20, SECONDS)
                .until(() -> AccountScope.platform(() -> transactions.execute(
                        _ -> jdbc.sql("""
                        select observed_generation = generation and not exists (
                            select 1 from scheduled_tasks where task_instance = b.id::text and picked)
                          from bucket b where id = ?""").param(id).query(Boolean.class).single())));
    }

    private static List<ObjectVersion> versions(Customers.Program program) {
        return program.store().versions().list(program.bucket(), "", null, 100).versions();
    }
}
