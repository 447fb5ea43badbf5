package io.bramble.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bramble.storage.EngineUnderTest.TestBucket;
import io.bramble.storage.StoreException.NotSupportedByEngine;
import io.bramble.storage.StoreException.Refused;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What some engines can do and others cannot: where one cannot, it says so, whichever way it is asked. */
abstract class SettingsContract {
    private TestBucket bucket;
    private ObjectStore store;
    private BucketSettings settings;

    abstract EngineUnderTest engine();

    @BeforeEach
    void openABucket() {
        bucket = engine().aBucket();
        store = bucket.open(Permission.READ_WRITE);
        settings = bucket.admin().settings(bucket.name());
    }

    /** True if the engine has it; else all of these are refused, in words. */
    private boolean has(Capability capability, ThrowingCallable... calls) {
        if (engine().can(capability)) {
            return true;
        }
        for (var call : calls) {
            assertThatThrownBy(call)
                    .isInstanceOf(NotSupportedByEngine.class)
                    .hasMessage("This engine has no " + capability.words() + ".");
        }
        return false;
    }

    @Test
    void versions_are_kept_listed_read_restored_and_deleted_for_good() throws Exception {
        if (!has(
                Capability.VERSIONING,
                () -> settings.keepVersions(true),
                () -> settings.keepsVersions(),
                () -> store.versions())) {
            return;
        }
        assertThat(settings.keepsVersions()).isFalse();
        settings.keepVersions(false);
        put("a", "before");
        settings.keepVersions(true);
        assertThat(settings.keepsVersions()).isTrue();
        put("a", "first");
        put("a", "second");
        put("b/ü", "other");
        store.delete(bucket.name(), "a");

        assertThat(store.head(bucket.name(), "a")).isEmpty();
        var ofA = versions("a");
        assertThat(ofA).extracting(ObjectVersion::sizeBytes).containsExactly(0L, 6L, 5L, 6L);
        assertThat(ofA).extracting(ObjectVersion::deleteMarker).containsExactly(true, false, false, false);
        assertThat(ofA).extracting(ObjectVersion::latest).containsExactly(true, false, false, false);
        assertThat(ofA.getLast().id().versionId()).isEqualTo("null");

        var first = ofA.get(2).id();
        var link = store.versions().presignGet(bucket.name(), first, Duration.ofMinutes(1), DownloadAs.file("x"));
        assertThat(Http.get(link).body()).asString().isEqualTo("first");
        store.versions().restore(bucket.name(), first);
        assertThat(store.get(bucket.name(), "a", 100)).asString().isEqualTo("first");
        assertThat(store.stat(bucket.name(), "a"))
                .get()
                .extracting(ObjectDetails::versionId)
                .isEqualTo(versions("a").getFirst().id().versionId());

        var all = versions("").stream().map(ObjectVersion::id).toList();
        assertThat(all).hasSize(6);
        assertThat(store.versions().deleteAll(bucket.name(), all)).isEmpty();
        assertThat(versions("")).isEmpty();
        engine().admin().removeBucket(bucket.name(), EngineUnderTest.OWNER);
        assertThat(engine().admin().buckets()).doesNotContain(bucket.name());
    }

    @Test
    void pages_of_versions_follow_one_another_without_gap_or_repeat() {
        if (!has(Capability.VERSIONING, () -> store.versions())) {
            return;
        }
        settings.keepVersions(true);
        for (var i = 0; i < 5; i++) {
            put("same", "x".repeat(i));
            put("other/" + i, "");
        }

        var whole = versions("");
        assertThat(whole).hasSize(10).extracting(ObjectVersion::id).doesNotHaveDuplicates();
        for (var limit : List.of(1, 3, 9, 10, 11)) {
            assertThat(versions("", limit)).containsExactlyElementsOf(whole);
        }
    }

    @Test
    void objects_carry_tags() {
        put("a", "content");
        if (!has(
                Capability.OBJECT_TAGS,
                () -> store.tags(bucket.name(), "a"),
                () -> store.tags(bucket.name(), "a", Map.of("x", "y")))) {
            return;
        }
        assertThat(store.tags(bucket.name(), "a")).isEmpty();
        store.tags(bucket.name(), "a", Map.of("colour", "red + blue/2", "size", "+1"));
        assertThat(store.tags(bucket.name(), "a")).isEqualTo(Map.of("colour", "red + blue/2", "size", "+1"));
        assertThatThrownBy(() -> store.tags(bucket.name(), "a", Map.of("a", "<&>")))
                .isInstanceOf(Refused.class);
        store.tags(bucket.name(), "a", Map.of());
        assertThat(store.tags(bucket.name(), "a")).isEmpty();
    }

    @Test
    void buckets_carry_tags() {
        if (!has(Capability.BUCKET_TAGS, () -> settings.tags(), () -> settings.tags(Map.of("a", "b")))) {
            return;
        }
        assertThat(settings.tags()).isEmpty();
        settings.tags(Map.of("team", "A + B"));
        assertThat(settings.tags()).isEqualTo(Map.of("team", "A + B"));
        settings.tags(Map.of());
        assertThat(settings.tags()).isEmpty();
    }

    @Test
    void rules_clean_up_old_objects_and_old_versions() {
        var rules = List.of(
                new LifecycleRule("logs", "logs/", 30, null, null), new LifecycleRule("old", "", null, 7, null));
        if (!has(
                Capability.LIFECYCLE, () -> settings.lifecycle(rules), () -> settings.lifecycle(rules.subList(1, 2)))) {
            return;
        }
        assertThat(settings.lifecycle()).isEmpty();
        settings.lifecycle(rules);
        settings.lifecycle(rules);
        assertThat(settings.lifecycle()).isEqualTo(rules);
        settings.lifecycle(List.of());
        assertThat(settings.lifecycle()).isEmpty();
    }

    @Test
    void a_rule_for_unfinished_uploads_is_kept_or_refused_and_never_forgotten() {
        var rules = List.of(new LifecycleRule("uploads", "films/", null, null, 3));
        if (has(Capability.UPLOAD_EXPIRY, () -> settings.lifecycle(rules))) {
            settings.lifecycle(rules);
            assertThat(settings.lifecycle()).isEqualTo(rules);
            settings.lifecycle(List.of());
            assertThat(settings.lifecycle()).isEmpty();
        }
    }

    @Test
    void a_bucket_has_cors_rules_of_its_own() throws Exception {
        var rule =
                new CorsRule(List.of("https://example.org"), List.of("GET", "PUT"), List.of("*"), List.of("ETag"), 600);
        if (has(Capability.BUCKET_CORS, () -> settings.cors(), () -> settings.cors(List.of(rule)))) {
            assertThat(settings.cors()).isEmpty();
            settings.cors(List.of(rule));
            settings.cors(List.of(rule));
            assertThat(settings.cors()).containsExactly(rule);
            assertThat(mayPut(bucket.name())).isTrue();
            assertThat(mayPut(engine().aBucket().name())).as("another bucket").isFalse();
            settings.cors(List.of());
            assertThat(settings.cors()).isEmpty();
            assertThat(mayPut(bucket.name())).isFalse();
        }
    }

    /** An engine that nobody gave a target; one that has some is looked at elsewhere. */
    @Test
    void an_engine_without_anybody_to_tell_refuses_rules_for_events() {
        var rule =
                new EventRule("1", new TreeSet<>(Set.of(EventRule.Kind.CREATED)), "", "", "arn:minio:sqs::x:webhook");
        assertThat(engine().admin().eventTargets()).isEmpty();
        assertThat(has(
                        Capability.EVENTS,
                        () -> settings.events(),
                        () -> settings.events(List.of(rule)),
                        () -> settings.events(List.of())))
                .isFalse();
    }

    private boolean mayPut(String bucket) throws Exception {
        var answer = Http.preflight(
                URI.create(engine().endpoint() + "/" + bucket + "/a"), "https://example.org", "PUT", "content-type");
        return answer.statusCode() == 200;
    }

    @Test
    void objects_can_be_locked_if_the_bucket_was_made_so() {
        var name = "test-" + UUID.randomUUID();
        var retention = new Retention(Retention.Mode.GOVERNANCE, 1);
        if (!has(
                Capability.OBJECT_LOCK,
                () -> engine().admin().ensureLockableBucket(name, EngineUnderTest.OWNER),
                () -> settings.retention(),
                () -> settings.retention(retention))) {
            assertThat(engine().admin().buckets()).doesNotContain(name);
            return;
        }
        assertThat(settings.retention()).isEmpty();
        assertThatThrownBy(() -> settings.retention(retention)).isInstanceOf(StoreException.class);

        var locked = new TestBucket(engine(), name);
        engine().admin().ensureLockableBucket(name, EngineUnderTest.OWNER);
        engine().admin().ensureLockableBucket(name, EngineUnderTest.OWNER);
        var lockedSettings = engine().admin().settings(name);
        lockedSettings.retention(retention);
        assertThat(lockedSettings.retention()).hasValue(retention);
        var owner = locked.open(Permission.READ_WRITE);
        owner.put(name, "a", "kept".getBytes(UTF_8), "text/plain");
        var versions = owner.versions().list(name, "", null, 10).versions();
        assertThat(owner.versions().deleteAll(name, List.of(versions.getFirst().id())))
                .hasSize(1);
        assertThat(owner.get(name, "a", 10)).asString().isEqualTo("kept");
    }

    @Test
    void an_upload_with_a_checksum_takes_that_content_only() throws Exception {
        var right = new Checksum(Checksum.Algorithm.SHA256, "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="); // abc
        if (!has(
                Capability.CHECKSUMS,
                () -> store.presignPut(bucket.name(), "a", 3, "text/plain", right, Duration.ofMinutes(1)))) {
            return;
        }
        var put = store.presignPut(bucket.name(), "a", 3, "text/plain", right, Duration.ofMinutes(1));
        assertThat(send(put, "abd")).isEqualTo(400);
        assertThat(store.head(bucket.name(), "a")).isEmpty();
        assertThat(send(put, "abc")).isEqualTo(200);
        assertThat(store.get(bucket.name(), "a", 3)).asString().isEqualTo("abc");
    }

    private static int send(SignedPut put, String content) throws Exception {
        var headers = put.headers().entrySet().stream()
                .flatMap(header -> List.of(header.getKey(), header.getValue()).stream())
                .toArray(String[]::new);
        return Http.send("PUT", put.uri(), content.getBytes(UTF_8), headers).statusCode();
    }

    @Test
    void an_engine_says_what_it_runs_and_what_is_wrong_with_it() {
        var release = engine().admin().release();

        assertThat(release.version()).isNotBlank();
        assertThat(release.advisories())
                .allSatisfy(advisory -> assertThat(advisory.remedy()).isNotBlank());
    }

    private void put(String key, String content) {
        store.put(bucket.name(), key, content.getBytes(UTF_8), "text/plain");
    }

    private List<ObjectVersion> versions(String prefix) {
        return versions(prefix, 1000);
    }

    private List<ObjectVersion> versions(String prefix, int limit) {
        var versions = new ArrayList<ObjectVersion>();
        ObjectVersion.@Nullable Id after = null;
        do {
            var page = store.versions().list(bucket.name(), prefix, after, limit);
            assertThat(page.versions()).hasSizeLessThanOrEqualTo(limit);
            versions.addAll(page.versions());
            after = page.next();
        } while (after != null);
        return versions;
    }
}
