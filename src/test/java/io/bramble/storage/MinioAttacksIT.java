package io.bramble.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bramble.storage.EngineUnderTest.TestBucket;
import io.bramble.storage.StoreException.AccessDenied;
import io.bramble.storage.minio.SignedByHand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/**
 * The known attacks, on a real MinIO server and on the edge before it. Where the server itself falls, its release is
 * named with the advisory, and the edge holds.
 */
@EnabledIfEnvironmentVariable(named = MinioServer.EXECUTABLE, matches = ".+")
@EnabledIfEnvironmentVariable(named = Edge.EXECUTABLE, matches = ".+")
class MinioAttacksIT {
    private static final Duration SOON = Duration.ofMinutes(5);
    private static final String UNSIGNED = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";
    private static final String FORGED = "0".repeat(64);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(UTC);

    @TempDir
    private static Path folder;

    private static MinioServer server;
    private static Edge edge;
    private TestBucket mine;
    private TestBucket other;
    private ScopedKey key;

    @BeforeAll
    static void start() throws IOException {
        server = MinioServer.start(folder);
        edge = Edge.start(folder, server.endpoint());
    }

    @AfterAll
    static void stop() {
        edge.close();
        server.close();
    }

    @BeforeEach
    void twoBuckets() {
        var engine = new EngineUnderTest(server.admin(), server.endpoint());
        mine = engine.aBucket();
        other = engine.aBucket();
        key = mine.key(Permission.READ_WRITE, "", null);
        mine.open(key).put(mine.name(), "mine", "my own".getBytes(UTF_8), "text/plain");
        theirs().put(other.name(), "secret", "their secret".getBytes(UTF_8), "text/plain");
    }

    private ObjectStore theirs() {
        return other.open(Permission.READ_WRITE);
    }

    private static boolean isOpen(String advisory) {
        return server.admin().release().advisories().stream()
                .anyMatch(known -> known.id().equals(advisory));
    }

    private boolean isThere(String name) {
        return mine.open(key).head(mine.name(), name).isPresent();
    }

    /** CVE-2026-40344: an archive, unpacked for whoever knows the id of a key. */
    private int unsignedArchive(URI at, String name) throws Exception {
        var now = TIME.format(Instant.now());
        return Http.send(
                        "PUT",
                        at.resolve("/" + mine.name() + "/x.tar"),
                        archive(name),
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=" + scope(now)
                                + ", SignedHeaders=host;x-amz-content-sha256;x-amz-date, Signature=" + FORGED,
                        "X-Amz-Date",
                        now,
                        "X-Amz-Content-Sha256",
                        UNSIGNED,
                        "X-Amz-Decoded-Content-Length",
                        Integer.toString(archive(name).length),
                        "X-Amz-Meta-Snowball-Auto-Extract",
                        "true")
                .statusCode();
    }

    private String scope(String now) {
        return key.id() + "/" + now.substring(0, 8) + "/us-east-1/s3/aws4_request";
    }

    private static byte[] archive(String name) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(bytes)) {
            var entry = new TarArchiveEntry(name);
            entry.setSize(3);
            tar.putArchiveEntry(entry);
            tar.write("bad".getBytes(UTF_8));
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }

    @Test
    void an_unsigned_archive_is_stopped_at_the_edge() throws Exception {
        assertThat(unsignedArchive(edge.endpoint(), "by-edge")).isEqualTo(403);
        assertThat(isThere("by-edge")).isFalse();

        unsignedArchive(server.endpoint(), "straight");
        assertThat(isThere("straight")).isEqualTo(isOpen("CVE-2026-40344"));
    }

    /** CVE-2026-41145: credentials in the query, which nobody checks when the trailer is unsigned. */
    private int unsignedTrailer(URI at, String name) throws Exception {
        var now = TIME.format(Instant.now());
        var query = "?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential="
                + scope(now).replace("/", "%2F") + "&X-Amz-Date=" + now
                + "&X-Amz-Expires=600&X-Amz-SignedHeaders=host&X-Amz-Signature=" + FORGED;
        return Http.send(
                        "PUT",
                        at.resolve("/" + mine.name() + "/" + name + query),
                        "3\r\nbad\r\n0\r\nx-amz-checksum-crc32:gis5+w==\r\n\r\n".getBytes(UTF_8),
                        "X-Amz-Content-Sha256",
                        UNSIGNED,
                        "X-Amz-Decoded-Content-Length",
                        "3",
                        "X-Amz-Trailer",
                        "x-amz-checksum-crc32")
                .statusCode();
    }

    @Test
    void credentials_in_the_query_with_an_unsigned_trailer_are_stopped_at_the_edge() throws Exception {
        assertThat(unsignedTrailer(edge.endpoint(), "by-edge")).isEqualTo(403);
        assertThat(isThere("by-edge")).isFalse();

        unsignedTrailer(server.endpoint(), "straight");
        assertThat(isThere("straight")).isEqualTo(isOpen("CVE-2026-41145"));
    }

    @Test
    void an_upload_url_of_the_console_cannot_be_made_to_copy_even_without_the_edge() throws Exception {
        var writer = mine.key(Permission.WRITE, "", null);
        for (var at : List.of(server.endpoint(), edge.endpoint())) {
            for (var source : List.of(mine.name() + "/mine", other.name() + "/secret")) {
                assertThat(copyBy(at, writer, source).statusCode()).isEqualTo(403);
                assertThat(isThere("taken")).isFalse();
            }
        }
    }

    /** SN-2026-011: that is why the console signs uploads by a key that cannot read. */
    @Test
    void an_upload_url_of_a_key_that_reads_is_stopped_at_the_edge_when_it_is_made_to_copy() throws Exception {
        assertThat(copyBy(edge.endpoint(), key, mine.name() + "/mine").statusCode())
                .isEqualTo(403);
        assertThat(isThere("taken")).isFalse();

        copyBy(server.endpoint(), key, mine.name() + "/mine");
        assertThat(isThere("taken")).isEqualTo(isOpen("SN-2026-011"));
        copyBy(server.endpoint(), key, other.name() + "/secret");
        assertThat(new String(read("taken"), UTF_8)).doesNotContain("secret");
    }

    private byte[] read(String name) {
        return isThere(name) ? mine.open(key).get(mine.name(), name, 100) : new byte[0];
    }

    private HttpResponse<byte[]> copyBy(URI at, ScopedKey signer, String source) throws Exception {
        var put = ObjectStores.open(new StoreAddress(at, at, EngineUnderTest.REGION), signer.credentials())
                .presignPut(mine.name(), "taken", 0, "text/plain", SOON);
        return Http.send(
                "PUT", put.uri(), new byte[0], "Content-Type", "text/plain", "x-amz-copy-source", "/" + source);
    }

    @Test
    void ordinary_clients_do_not_notice_the_edge() throws Exception {
        var at = edge.endpoint();
        var address =
                new StoreAddress(at, at, EngineUnderTest.REGION, server.admin().capabilities());
        var store = ObjectStores.open(address, key.credentials());
        for (var name : AwkwardKeys.apart(AwkwardKeys.ALL)) {
            if (!AwkwardKeys.isOdd(name)) {
                store.put(mine.name(), name, name.getBytes(UTF_8), "text/plain");
                assertThat(store.get(mine.name(), name, 2000)).asString().isEqualTo(name);
                store.delete(mine.name(), name);
            }
        }
        var client = io.minio.MinioClient.builder()
                .endpoint(at.toString())
                .region(EngineUnderTest.REGION)
                .credentials(key.id(), key.credentials().secretKey().reveal())
                .build();
        client.copyObject(io.minio.CopyObjectArgs.builder()
                .bucket(mine.name())
                .object("copy")
                .source(io.minio.CopySource.builder()
                        .bucket(mine.name())
                        .object("mine")
                        .build())
                .build());
        assertThat(read("copy")).asString().isEqualTo("my own");
    }

    /** Every verb with everything that S3 and MinIO can be asked for. */
    @Test
    void a_key_does_nothing_to_another_bucket_whatever_the_verb() throws Exception {
        var asked = List.of(
                "",
                "acl",
                "policy",
                "policyStatus",
                "versioning",
                "versions",
                "lifecycle",
                "cors",
                "tagging",
                "object-lock",
                "retention",
                "legal-hold",
                "notification",
                "replication",
                "encryption",
                "uploads",
                "location",
                "logging",
                "website",
                "requestPayment",
                "accelerate",
                "delete",
                "select",
                "restore",
                "attributes",
                "uploadId",
                "events",
                "metadata",
                "list-type");
        var answered = new TreeSet<String>();
        for (var at : List.of(server.endpoint(), edge.endpoint())) {
            for (var method : List.of("GET", "HEAD", "PUT", "POST", "DELETE")) {
                for (var name : asked) {
                    for (var path : List.of("/" + other.name(), "/" + other.name() + "/secret")) {
                        var query = name.isEmpty() ? Map.<String, String>of() : Map.of(name, value(name));
                        if (ask(method, at, path, query).statusCode() < 400) {
                            answered.add(method + " " + name);
                        }
                    }
                }
            }
        }
        assertThat(answered).containsOnly("DELETE website"); // which does nothing, for anybody
        assertThat(theirs().get(other.name(), "secret", 100)).asString().isEqualTo("their secret");
        assertThat(theirs().list(other.name(), ListRequest.subtree("", 10)).objects())
                .extracting(StoredObject::key)
                .containsExactly("secret");
    }

    private static String value(String name) {
        return name.equals("list-type") ? "2" : "";
    }

    private HttpResponse<byte[]> ask(String method, URI at, String path, Map<String, String> query) throws Exception {
        var url = SignedByHand.url(method, at, path, query, key.credentials());
        var answer = Http.send(method, url, new byte[0]);
        assertThat(new String(answer.body(), UTF_8)).doesNotContain("their secret", "<Contents>", "<Version>");
        return answer;
    }

    private void isRefused(String method, URI at, String path) throws Exception {
        assertThat(ask(method, at, path, Map.of()).statusCode())
                .as(method + " " + path)
                .isGreaterThanOrEqualTo(400);
    }

    @Test
    void a_key_sees_only_its_own_bucket_in_the_list_of_buckets() throws Exception {
        var url = SignedByHand.url("GET", server.endpoint(), "/", Map.of(), key.credentials());

        assertThat(new String(Http.get(url).body(), UTF_8))
                .contains(mine.name())
                .doesNotContain(other.name());
    }

    @Test
    void no_trick_of_paths_leads_to_another_bucket_or_into_the_administration() throws Exception {
        var secret = other.name() + "/secret";
        var paths = List.of(
                "/" + mine.name() + "/../" + secret,
                "/" + mine.name() + "/%2e%2e/" + secret,
                "/" + mine.name() + "/..%2f" + secret,
                "/" + mine.name() + "%2f..%2f" + secret,
                "/" + mine.name() + "/..%5c" + secret,
                "//" + secret,
                "/./" + secret,
                "/%2e/" + secret,
                "/" + mine.name() + "/mine/../../" + secret,
                "/.minio.sys/config/config.json",
                "/" + mine.name() + "/../.minio.sys/format.json",
                "//minio/admin/v3/info",
                "/%6dinio/admin/v3/info",
                "/x/../minio/admin/v3/info",
                "/" + mine.name() + "/../minio/admin/v3/list-users",
                "/minio/admin/v3/info",
                "/minio/v2/metrics/cluster",
                "/minio/metrics/v3/api/requests");
        for (var at : List.of(server.endpoint(), edge.endpoint())) {
            for (var path : paths) {
                isRefused("GET", at, path);
                isRefused("PUT", at, path);
                isRefused("DELETE", at, path);
                assertThat(Http.get(URI.create(at + path)).statusCode())
                        .as(path)
                        .isGreaterThanOrEqualTo(400);
            }
        }
        assertThat(theirs().get(other.name(), "secret", 100)).asString().isEqualTo("their secret");
    }

    @Test
    void administration_and_metrics_end_at_the_edge_even_for_root() throws Exception {
        var root = server.root();
        for (var path :
                List.of("/minio/admin/v3/info", "/minio/metrics/v3/api/requests", "/minio/health/live", "/minio")) {
            var url = SignedByHand.url("GET", edge.endpoint(), path, Map.of(), root);
            assertThat(Http.get(url).statusCode()).as(path).isEqualTo(403);
        }
        for (var disguised : List.of("//minio/admin/v3/info", "/%6dinio/admin/v3/info", "/x/../minio/admin/v3/info")) {
            var url = SignedByHand.url("GET", edge.endpoint(), disguised, Map.of(), root);
            var answer = Http.get(url);
            assertThat(new String(answer.body(), UTF_8)).as(disguised).doesNotContain("deploymentID");
        }
    }

    @Test
    void a_key_that_may_not_delete_deletes_nothing_for_good_by_any_road() throws Exception {
        mine.admin().settings(mine.name()).keepVersions(true);
        var owner = mine.open(key);
        owner.put(mine.name(), "mine", "newer".getBytes(UTF_8), "text/plain");
        var before = owner.versions().list(mine.name(), "", null, 10).versions();
        for (var permission : List.of(Permission.READ, Permission.WRITE)) {
            var weak = mine.key(permission, "", null);
            var store = mine.open(weak);
            for (var version : before) {
                assertThat(store.versions().deleteAll(mine.name(), List.of(version.id())))
                        .hasSize(1);
                for (var header : List.of("x-minio-force-delete", "x-amz-bypass-governance-retention")) {
                    var query = Map.of("versionId", version.id().versionId());
                    var url = SignedByHand.url(
                            "DELETE", server.endpoint(), "/" + mine.name() + "/mine", query, weak.credentials());
                    assertThat(Http.send("DELETE", url, new byte[0], header, "true")
                                    .statusCode())
                            .isEqualTo(403);
                }
            }
            assertThatThrownBy(() -> store.delete(mine.name(), "mine")).isInstanceOf(AccessDenied.class);
        }
        assertThat(owner.versions().list(mine.name(), "", null, 10).versions()).isEqualTo(before);
    }

    @Test
    void a_locked_version_outlives_its_owners_key_and_every_header() throws Exception {
        var name = "test-" + java.util.UUID.randomUUID();
        server.admin().ensureLockableBucket(name, EngineUnderTest.OWNER);
        server.admin().settings(name).retention(new Retention(Retention.Mode.GOVERNANCE, 1));
        var locked = new TestBucket(mine.engine(), name);
        var owner = locked.key(Permission.READ_WRITE, "", null);
        var store = locked.open(owner);
        store.put(name, "kept", "content".getBytes(UTF_8), "text/plain");
        var version =
                store.versions().list(name, "", null, 10).versions().getFirst().id();

        for (var header : List.of(
                "x-amz-bypass-governance-retention", "x-minio-force-delete", "x-minio-source-deletemarker-delete")) {
            for (var query : List.of(Map.<String, String>of(), Map.of("versionId", version.versionId()))) {
                var url =
                        SignedByHand.url("DELETE", server.endpoint(), "/" + name + "/kept", query, owner.credentials());
                Http.send("DELETE", url, new byte[0], header, "true");
            }
        }
        assertThat(store.versions().deleteAll(name, List.of(version))).hasSize(1);

        var link = store.versions().presignGet(name, version, SOON, DownloadAs.stored());
        assertThat(Http.get(link).body()).asString().isEqualTo("content");
    }
}
