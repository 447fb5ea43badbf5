package io.bramble.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bramble.storage.EngineUnderTest.TestBucket;
import io.bramble.storage.StoreException.AccessDenied;
import io.bramble.storage.StoreException.BucketOfAnother;
import io.bramble.storage.StoreException.NoSuchBucket;
import io.bramble.storage.StoreException.Refused;
import io.bramble.storage.StoreException.StoreUnavailable;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.admin.MinioAdminClient;
import io.minio.admin.UserInfo;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is peculiar to a MinIO server: its users and policies, and what others do to them. */
@EnabledIfEnvironmentVariable(named = MinioServer.EXECUTABLE, matches = ".+")
class MinioDriftIT {
    private static final Map<String, Object> EVERYTHING = Map.of(
            "Version",
            "2012-10-17",
            "Statement",
            List.of(Map.of("Effect", "Allow", "Action", List.of("s3:*"), "Resource", List.of("arn:aws:s3:::*"))));

    @TempDir
    private static Path folder;

    private static MinioServer server;
    private static MinioAdminClient foreign;
    private TestBucket bucket;

    @BeforeAll
    static void start() throws IOException {
        server = MinioServer.start(folder);
        foreign = MinioAdminClient.builder()
                .endpoint(server.endpoint().toString())
                .credentials(
                        server.root().accessKeyId(), server.root().secretKey().reveal())
                .build();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void aBucket() {
        bucket = new EngineUnderTest(server.admin(), server.endpoint()).aBucket();
    }

    private static StoreAdmin admin() {
        return server.admin();
    }

    private String user() throws Exception {
        return foreign.listUsers().entrySet().stream()
                .filter(user -> user.getValue().policyName().startsWith("p-" + bucket.name()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void each_bucket_has_one_user_whose_name_cannot_be_guessed_and_repeating_makes_no_second() throws Exception {
        admin().ensureBucket(bucket.name(), EngineUnderTest.OWNER);
        admin().access(bucket.name(), Access.READ_ONLY);

        assertThat(foreign.listUsers())
                .extractingByKey(user())
                .extracting(UserInfo::policyName)
                .isEqualTo("p-" + bucket.name() + "-ro");
        assertThat(user()).matches("u-[a-z0-9]{16}");
        assertThat(admin().drift().changed()).isEmpty();
    }

    @Test
    void a_bucket_that_somebody_else_made_is_not_taken_over() throws Exception {
        var theirs = bucket.name() + "-theirs";
        var client = MinioClient.builder()
                .endpoint(server.endpoint().toString())
                .credentials(
                        server.root().accessKeyId(), server.root().secretKey().reveal())
                .build();
        client.makeBucket(MakeBucketArgs.builder().bucket(theirs).build());

        assertThatThrownBy(() -> admin().ensureBucket(theirs, EngineUnderTest.OWNER))
                .isInstanceOf(BucketOfAnother.class);
        admin().removeBucket(theirs, EngineUnderTest.OWNER);
        assertThat(admin().buckets()).contains(theirs);
        assertThat(admin().owner(theirs)).isEmpty();
        assertThat(foreign.listCannedPolicies()).doesNotContainKey("p-" + theirs + "-rw");
    }

    @Test
    void foreign_users_policies_and_keys_of_root_are_reported() throws Exception {
        foreign.addUser("somebody", UserInfo.Status.ENABLED, "somebodys-secret", null, List.of());
        foreign.addCannedPolicy("theirs", everything());
        foreign.addServiceAccount("BACKDOORKEY000000000", "backdoor-secret-00000", null, null, null, null, null);

        var drift = admin().drift();

        assertThat(drift.foreignUsers()).containsExactly("somebody");
        assertThat(drift.foreignPolicies()).containsExactly("theirs");
        assertThat(drift.foreignKeys()).containsExactly("BACKDOORKEY000000000");
        foreign.deleteUser("somebody");
        foreign.removeCannedPolicy("theirs");
        foreign.deleteServiceAccount("BACKDOORKEY000000000");
        assertThat(admin().drift()).isEqualTo(Drift.NONE);
    }

    @Test
    void a_changed_policy_is_reported_and_put_right_without_letting_anybody_in() throws Exception {
        var reader = bucket.open(Permission.READ);
        admin().access(bucket.name(), Access.NONE);
        foreign.addCannedPolicy("p-" + bucket.name() + "-none", everything());
        assertThat(admin().drift().changed()).containsExactly("policy p-" + bucket.name() + "-none");

        admin().access(bucket.name(), Access.NONE);

        assertThat(admin().drift()).isEqualTo(Drift.NONE);
        assertThatThrownBy(() -> reader.list(bucket.name(), ListRequest.subtree("", 1)))
                .isInstanceOf(AccessDenied.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-rw", "-ro", "-none"})
    void a_bucket_is_still_ours_whichever_policy_somebody_has_overwritten(String policy) throws Exception {
        foreign.addCannedPolicy("p-" + bucket.name() + policy, everything());
        assertThat(admin().drift().changed()).containsExactly("policy p-" + bucket.name() + policy);
        assertThat(admin().drift().foreignUsers()).isEmpty();

        admin().ensureBucket(bucket.name(), EngineUnderTest.OWNER);
        assertThat(admin().drift()).isEqualTo(Drift.NONE);
    }

    @Test
    void a_deleted_user_is_made_again_its_keys_are_missing_and_can_be_made_again() throws Exception {
        var key = bucket.key(Permission.READ_WRITE, "", null);
        foreign.deleteUser(user());
        assertThat(admin().drift().changed()).hasSize(1);

        admin().ensureBucket(bucket.name(), EngineUnderTest.OWNER);
        assertThat(admin().keys(bucket.name())).isEmpty();
        admin().ensureKey(key);

        assertThat(admin().keys(bucket.name())).extracting(KeyInfo::accessKeyId).containsExactly(key.id());
        bucket.open(key).put(bucket.name(), "a", new byte[1], "text/plain");
        assertThat(admin().drift()).isEqualTo(Drift.NONE);
    }

    @Test
    void a_key_switched_off_by_hand_is_missing_and_comes_back() throws Exception {
        var key = bucket.key(Permission.READ, "", null);
        foreign.updateServiceAccount(key.id(), null, null, false, null, null, null);
        assertThat(admin().keys(bucket.name())).isEmpty();

        admin().ensureKey(key);

        assertThat(admin().keys(bucket.name())).hasSize(1);
        assertThat(bucket.open(key)
                        .list(bucket.name(), ListRequest.subtree("", 1))
                        .objects())
                .isEmpty();
    }

    @Test
    void a_key_that_was_let_do_more_is_found_and_put_right_without_its_secret() throws Exception {
        var reader = bucket.key(Permission.READ, "team/", Instant.parse("2031-01-02T03:04:05.123456Z"));
        var longPrefix = bucket.key(Permission.READ, "x/".repeat(300), null);
        assertThat(admin().repairKeys(bucket.name())).isEmpty();
        for (var key : List.of(reader, longPrefix)) {
            foreign.updateServiceAccount(key.id(), null, EVERYTHING, true, null, null, null);
            bucket.open(key).put(bucket.name(), "breach", new byte[1], "text/plain");
        }

        assertThat(admin().repairKeys(bucket.name())).containsExactlyInAnyOrder(reader.id(), longPrefix.id());

        for (var key : List.of(reader, longPrefix)) {
            assertThatThrownBy(() -> bucket.open(key).put(bucket.name(), "breach", new byte[1], "text/plain"))
                    .isInstanceOf(AccessDenied.class);
        }
        assertThat(bucket.open(reader)
                        .list(bucket.name(), ListRequest.folder("team/", 1))
                        .objects())
                .isEmpty();
        assertThat(admin().keys(bucket.name())).extracting(KeyInfo::accessKeyId).containsExactly(reader.id());
    }

    @Test
    void counters_begin_anew_with_another_process_start_after_a_restart(@TempDir Path own) throws Exception {
        var first = MinioServer.start(own);
        var port = first.endpoint().getPort();
        var begun = new EngineUnderTest(first.admin(), first.endpoint()).aBucket();
        begun.open(Permission.READ_WRITE).put(begun.name(), "a", new byte[1000], "text/plain");
        var before = first.admin().traffic().getFirst();
        var identity = first.admin().identity();
        first.close();

        try (var again = MinioServer.start(own, port, first.root())) {
            var after = again.admin().traffic().getFirst();
            assertThat(after.node()).isEqualTo(before.node());
            assertThat(after.processStart()).isAfter(before.processStart());
            assertThat(after.buckets()).doesNotContainKey(begun.name()); // nothing known is not zero
            assertThat(again.admin().identity()).isEqualTo(identity);
        }
    }

    @Test
    void a_key_of_another_bucket_is_not_taken_over() {
        var key = bucket.key(Permission.READ, "", null);
        var other = new EngineUnderTest(admin(), server.endpoint()).aBucket();

        assertThatThrownBy(() -> admin().ensureKey(
                                new ScopedKey(key.credentials(), other.name(), Permission.READ_WRITE, "", null)))
                .isInstanceOf(Refused.class);
        assertThat(admin().keys(other.name())).isEmpty();
    }

    @Test
    void keys_of_long_prefixes_and_odd_expiries_are_read_back() {
        var prefix = "ü/".repeat(300);
        var soon = Instant.parse("2031-01-02T03:04:05.123456Z");
        var longPrefix = bucket.key(Permission.WRITE, prefix, null);
        var farAway = bucket.key(Permission.READ, "team/", soon);

        assertThat(admin().keys(bucket.name()))
                .containsExactlyInAnyOrder(
                        new KeyInfo(longPrefix.id(), bucket.name(), Permission.WRITE, prefix, null),
                        new KeyInfo(farAway.id(), bucket.name(), Permission.READ, "team/", soon));
        bucket.open(longPrefix).put(bucket.name(), prefix + "a", new byte[1], "text/plain");
        assertThatThrownBy(() -> bucket.open(longPrefix).put(bucket.name(), "a", new byte[1], "text/plain"))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void a_prefix_that_would_be_a_pattern_is_refused() {
        for (var prefix : List.of("a*/", "?/", "${aws:username}/", "a\n/")) {
            assertThatThrownBy(() -> bucket.key(Permission.READ, prefix, null))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("prefix");
        }
        assertThat(admin().keys(bucket.name())).isEmpty();
    }

    @Test
    void nothing_can_be_done_to_a_bucket_that_is_not_there() {
        for (var name : List.of("nowhere", "no-such-bucket")) {
            assertThatThrownBy(() -> admin().access(name, Access.NONE)).isInstanceOf(NoSuchBucket.class);
            assertThatThrownBy(() -> admin().quota(name, OptionalLong.of(1))).isInstanceOf(NoSuchBucket.class);
            assertThat(admin().keys(name)).isEmpty();
        }
    }

    /** Of upstream's last state. Silo may do more: it is tried, not assumed. */
    @Test
    void what_this_server_can_do_was_tried() {
        assertThat(admin().capabilities().all())
                .containsExactlyInAnyOrder(
                        Capability.VERSIONING,
                        Capability.LIFECYCLE,
                        Capability.OBJECT_LOCK,
                        Capability.OBJECT_TAGS,
                        Capability.BUCKET_TAGS,
                        Capability.CHECKSUMS,
                        Capability.METERED_TRAFFIC);
    }

    @Test
    void a_release_with_known_holes_names_them() {
        var release = admin().release();

        assertThat(release.releasedAt()).isBefore("2026-04-11T00:00:00Z");
        assertThat(release.advisories())
                .extracting(Release.Advisory::id)
                .contains("CVE-2026-40344", "CVE-2026-41145", "SN-2026-011");
        assertThat(release.advisories())
                .allSatisfy(advisory -> assertThat(advisory.remedy()).contains("Silo", "k8s/base/edge/"));
    }

    @Test
    void the_probe_leaves_nothing_behind_and_is_not_shown() throws Exception {
        assertThat(admin().capabilities().has(Capability.METERED_TRAFFIC)).isTrue();

        assertThat(foreign.getDataUsageInfo().bucketsUsageInfo().keySet())
                .filteredOn(name -> admin().usage().containsKey(name))
                .noneMatch(name -> name.startsWith("bramble-probe-"));
        assertThat(admin().buckets()).noneMatch(name -> name.startsWith("bramble-probe-"));
    }

    @Test
    void wrong_credentials_and_a_server_that_is_away_are_told_apart_and_name_no_secret() throws IOException {
        var secret = SecretKey.random();
        var address = new AdminAddress(server.endpoint(), EngineUnderTest.REGION, List.of());
        var wrong = StoreAdmins.minio(address, new Credentials(server.root().accessKeyId(), secret), Clock.systemUTC());
        assertThatThrownBy(wrong::identity).isInstanceOf(AccessDenied.class).hasMessageNotContaining(secret.reveal());

        try (var silent = new ServerSocket(0)) {
            var away = new AdminAddress(
                    URI.create("http://127.0.0.1:" + silent.getLocalPort()), EngineUnderTest.REGION, List.of());
            var begin = Instant.now();
            assertThatThrownBy(() -> StoreAdmins.minio(away, server.root(), Clock.systemUTC())
                            .identity())
                    .isInstanceOf(StoreUnavailable.class);
            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(8));
        }
    }

    private static String everything() {
        return """
                {"Version": "2012-10-17", "Statement": [
                  {"Effect": "Allow", "Action": ["s3:*"], "Resource": ["arn:aws:s3:::*"]}]}""";
    }
}
