package io.bramble.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.bramble.local.SettableClock;
import io.bramble.storage.StoreException.AccessDenied;
import io.bramble.storage.StoreException.BucketOfAnother;
import io.minio.ComposeObjectArgs;
import io.minio.ComposeSource;
import io.minio.MinioClient;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only the embedded engine promises: its life, its folder, its door. */
class EmbeddedEngineTest {
    private static final String CONSOLE = "http://localhost:8080";

    @TempDir
    private Path directory;

    private final SettableClock clock = new SettableClock();

    private @Nullable EmbeddedEngine running;

    @BeforeEach
    void start() {
        running = start(0);
    }

    private EmbeddedEngine start(int port) {
        var settings =
                new EmbeddedEngine.Settings(directory, "127.0.0.1", port, EngineUnderTest.REGION, List.of(CONSOLE));
        return EmbeddedEngine.start(settings, new PlainCipher(), clock);
    }

    @AfterEach
    void stop() {
        engine().close();
    }

    private EmbeddedEngine engine() {
        return java.util.Objects.requireNonNull(running);
    }

    private EngineUnderTest underTest() {
        return new EngineUnderTest(engine().admin(), engine().endpoint());
    }

    private void restart() {
        engine().close();
        running = start(0);
    }

    @Test
    void a_bucket_is_its_owners_after_a_restart_and_a_folder_put_there_by_hand_is_nobodys() throws IOException {
        var bucket = underTest().aBucket();
        Files.createDirectories(directory.resolve("buckets/by-hand/objects"));

        restart();

        assertThat(engine().admin().owner(bucket.name())).hasValue(EngineUnderTest.OWNER);
        assertThat(engine().admin().buckets()).contains("by-hand");
        assertThat(engine().admin().owner("by-hand")).isEmpty();
        assertThatThrownBy(() -> engine().admin().ensureBucket("by-hand", EngineUnderTest.OWNER))
                .isInstanceOf(BucketOfAnother.class);
        engine().admin().removeBucket("by-hand", EngineUnderTest.OWNER);
        assertThat(directory.resolve("buckets/by-hand/objects")).isDirectory();
    }

    @Test
    void everything_is_there_after_a_restart() {
        var bucket = underTest().aBucket();
        var key = bucket.key(Permission.READ_WRITE, "a", null);
        var identity = engine().admin().identity();
        bucket.open(key).put(bucket.name(), "a/b", "content".getBytes(UTF_8), "text/plain");
        bucket.admin().quota(bucket.name(), OptionalLong.of(7));
        bucket.admin().access(bucket.name(), Access.READ_ONLY);
        var traffic = engine().admin().traffic();

        restart();

        var store = ObjectStores.open(underTest().address(), key.credentials());
        assertThat(engine().admin().traffic()).isEqualTo(traffic);
        assertThat(store.get(bucket.name(), "a/b", 10)).asString().isEqualTo("content");
        assertThatThrownBy(() -> store.put(bucket.name(), "a/c", new byte[1], "text/plain"))
                .isInstanceOf(AccessDenied.class);
        assertThat(engine().admin().identity()).isEqualTo(identity);
        assertThat(engine().admin().keys(bucket.name()))
                .containsExactly(new KeyInfo(key.id(), bucket.name(), Permission.READ_WRITE, "a", null));
        await().untilAsserted(() -> assertThat(engine().admin().usage(bucket.name()))
                .hasValueSatisfying(usage -> assertThat(usage.bytes()).isEqualTo(7)));
    }

    @Test
    void secrets_are_sealed_in_the_folder() throws IOException {
        var key = underTest().aBucket().key(Permission.READ, "", null);

        var written = Files.readString(directory.resolve("identities.json"));

        assertThat(written)
                .contains(key.id())
                .doesNotContain(key.credentials().secretKey().reveal());
    }

    @Test
    void a_second_engine_is_kept_out_of_the_folder() {
        assertThatThrownBy(() -> start(0)).hasMessageContaining("Another process uses the engine");
    }

    @Test
    void a_port_in_use_is_named() throws IOException {
        try (var taken = new ServerSocket(0)) {
            engine().close();
            assertThatThrownBy(() -> start(taken.getLocalPort()))
                    .isInstanceOf(PortInUse.class)
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()));
        } finally {
            running = start(0);
        }
    }

    @Test
    void the_console_may_call_it_from_a_browser_and_others_may_not() throws Exception {
        var bucket = underTest().aBucket();
        var put = bucket.open(Permission.WRITE).presignPut(bucket.name(), "a", 3, "text/plain", Duration.ofMinutes(1));

        var preflight = preflight(put.uri(), CONSOLE);
        assertThat(preflight.statusCode()).isEqualTo(200);
        assertThat(preflight.headers().firstValue("access-control-allow-origin"))
                .hasValue(CONSOLE);
        assertThat(preflight.headers().firstValue("access-control-allow-headers"))
                .hasValue("content-type, x-amz-checksum-crc32");
        assertThat(preflight.headers().firstValue("access-control-allow-methods"))
                .get()
                .asString()
                .contains("PUT");
        assertThat(preflight(put.uri(), "http://evil.example").statusCode()).isEqualTo(403);

        var stored =
                Http.send("PUT", put.uri(), "abc".getBytes(UTF_8), "Content-Type", "text/plain", "Origin", CONSOLE);
        assertThat(stored.statusCode()).isEqualTo(200);
        assertThat(stored.headers().firstValue("access-control-expose-headers"))
                .get()
                .asString()
                .contains("ETag");
        var refused = Http.get(URI.create(put.uri().toString()), "Origin", CONSOLE);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("access-control-allow-origin")).hasValue(CONSOLE);
    }

    private static HttpResponse<byte[]> preflight(URI uri, String origin) throws Exception {
        return Http.preflight(uri, origin, "PUT", "content-type,x-amz-checksum-crc32");
    }

    @Test
    void unfinished_uploads_are_given_up_when_a_rule_says_so_and_else_after_three_days() {
        var bucket = underTest().aBucket();
        var key = bucket.key(Permission.READ_WRITE, "", null);
        var store = bucket.open(key).multipart();
        var films = store.begin(bucket.name(), "films/a", "text/plain");
        var music = store.begin(bucket.name(), "music/a", "text/plain");
        var other = store.begin(bucket.name(), "other/a", "text/plain");
        bucket.admin()
                .settings(bucket.name())
                .lifecycle(List.of(
                        new LifecycleRule("films", "films/", null, null, 1),
                        new LifecycleRule("music", "music/", null, null, 30)));

        clock.advance(Duration.ofHours(23));
        restart();
        awaitUploads(key, films, music, other);
        clock.advance(Duration.ofHours(2));
        restart();
        awaitUploads(key, music, other);
        clock.advance(Duration.ofDays(3));
        restart();
        awaitUploads(key, music);
    }

    private void awaitUploads(ScopedKey key, MultipartUpload... left) {
        var store = open(key).multipart();
        await().untilAsserted(() -> assertThat(store.open(key.bucket(), ""))
                .extracting(OpenUpload::upload)
                .containsExactlyInAnyOrder(left));
    }

    @Test
    void pages_are_let_in_by_the_first_rule_that_allows_all_they_ask_for_also_after_a_restart() throws Exception {
        var bucket = underTest().aBucket();
        var key = bucket.key(Permission.READ_WRITE, "", null);
        bucket.admin()
                .settings(bucket.name())
                .cors(List.of(
                        new CorsRule(List.of("https://*.example.org"), List.of("GET"), List.of(), List.of("ETag"), 60),
                        new CorsRule(
                                List.of("https://example.org", "https://a.example.org"),
                                List.of("PUT"),
                                List.of("Content-*"),
                                List.of(),
                                0),
                        new CorsRule(List.of("*"), List.of("HEAD"), List.of("*"), List.of(), 5)));

        restart();
        var put = open(key)
                .presignPut(bucket.name(), "a", 3, "text/plain", Duration.ofMinutes(1))
                .uri();

        var byStar = Http.preflight(put, "https://b.example.org", "GET", "");
        assertThat(byStar.statusCode()).isEqualTo(200);
        assertThat(header(byStar, "allow-origin")).isEqualTo("https://b.example.org");
        assertThat(header(byStar, "allow-methods")).isEqualTo("GET");
        assertThat(header(byStar, "expose-headers")).isEqualTo("ETag");
        assertThat(header(byStar, "max-age")).isEqualTo("60");
        assertThat(byStar.headers().firstValue("vary")).get().asString().contains("Origin");
        var bySecond = Http.preflight(put, "https://a.example.org", "PUT", "CONTENT-type,content-md5");
        assertThat(header(bySecond, "allow-headers")).isEqualTo("CONTENT-type, content-md5");
        assertThat(header(bySecond, "max-age")).isEmpty();
        assertThat(header(Http.preflight(put, "https://any.example", "HEAD", "x-any"), "allow-origin"))
                .isEqualTo("*");
        for (var refused : List.of(
                Http.preflight(put, "https://example.org", "GET", ""),
                Http.preflight(put, "https://b.example.org", "PUT", ""),
                Http.preflight(put, "https://a.example.org", "PUT", "content-type,x-amz-acl"),
                Http.preflight(put, "https://a.example.org.evil.example", "PUT", ""))) {
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).asString().contains("<Code>AccessForbidden</Code>");
            assertThat(header(refused, "allow-origin")).isEmpty();
        }

        assertThat(header(stored(put, "https://a.example.org"), "allow-origin")).isEqualTo("https://a.example.org");
        assertThat(header(stored(put, "https://b.example.org"), "allow-origin")).isEmpty();
        assertThat(header(stored(put, CONSOLE), "allow-origin")).isEqualTo(CONSOLE);
    }

    private ObjectStore open(ScopedKey key) {
        return ObjectStores.open(underTest().address(), key.credentials());
    }

    private static HttpResponse<byte[]> stored(URI put, String origin) throws Exception {
        var answer = Http.send("PUT", put, "abc".getBytes(UTF_8), "Content-Type", "text/plain", "Origin", origin);
        assertThat(answer.statusCode()).as("a rule is for browsers only").isEqualTo(200);
        return answer;
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue("access-control-" + name).orElse("");
    }

    @Test
    void no_path_leads_out_of_the_folder() throws Exception {
        var bucket = underTest().aBucket();
        var outside = directory.resolve("outside");
        Files.writeString(outside, "not yours");
        var store = bucket.open(Permission.READ_WRITE);

        for (var key :
                List.of("../../../outside", "../../outside", outside.toString(), "..", "a/../../../../outside")) {
            assertThat(store.head(bucket.name(), key)).isEmpty();
            store.put(bucket.name(), key, new byte[1], "text/plain");
        }
        for (var path : List.of("/%2e%2e/outside", "/..%2Foutside", "/" + bucket.name() + "/%2e%2e/%2e%2e/outside")) {
            assertThat(Http.get(URI.create(engine().endpoint() + path)).statusCode())
                    .isIn(400, 403, 404);
        }

        assertThat(outside).hasContent("not yours");
        try (var files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsOnly("buckets", "identities.json", "identity", "lock", "outside", "trash");
        }
    }

    @Test
    void copying_a_range_into_a_part_is_one_request_and_no_download() throws Exception {
        var bucket = underTest().aBucket();
        var key = bucket.key(Permission.READ_WRITE, "", null);
        bucket.open(key).put(bucket.name(), "a", new byte[1000], "text/plain");
        var client = MinioClient.builder()
                .endpoint(engine().endpoint().toString())
                .region(EngineUnderTest.REGION)
                .credentials(key.id(), key.credentials().secretKey().reveal())
                .build();

        client.composeObject(ComposeObjectArgs.builder()
                .bucket(bucket.name())
                .object("b")
                .sources(List.of(ComposeSource.builder()
                        .bucket(bucket.name())
                        .object("a")
                        .offset(10L)
                        .length(500L)
                        .build()))
                .build());

        // put, begin, copy a part, complete; the client asks for the source's size
        assertThat(underTest().traffic(bucket.name())).isEqualTo(new Traffic(1000, 0, 4, 0, 1, 0));
        assertThat(bucket.open(key).head(bucket.name(), "b"))
                .get()
                .extracting(StoredObject::sizeBytes)
                .isEqualTo(500L);
    }

    /** S3Proxy before 4.1.1 copied whatever the signer could read. */
    @Test
    void an_upload_url_cannot_be_made_to_copy_whoever_signed_it() throws Exception {
        var bucket = underTest().aBucket();
        var store = bucket.open(Permission.READ_WRITE);
        store.put(bucket.name(), "secret", new byte[3], "text/plain");
        var put = store.presignPut(bucket.name(), "taken", 0, "text/plain", Duration.ofMinutes(1));

        var refused = Http.send(
                "PUT",
                put.uri(),
                new byte[0],
                "Content-Type",
                "text/plain",
                "x-amz-copy-source",
                "/" + bucket.name() + "/secret");

        assertThat(refused.statusCode()).isIn(400, 403);
        assertThat(store.head(bucket.name(), "taken")).isEmpty();
    }

    @Test
    void many_writers_of_one_name_leave_one_whole_object_and_a_true_count() throws Exception {
        var bucket = underTest().aBucket();
        var store = bucket.open(Permission.READ_WRITE);

        together(IntStream.range(0, 40).<Runnable>mapToObj(i -> () -> {
            store.put(bucket.name(), "same", new byte[i * 1000], "text/plain");
            store.put(bucket.name(), "own/" + i, new byte[10], "text/plain");
            store.delete(bucket.name(), "own/" + i);
        }));

        var objects = store.list(bucket.name(), ListRequest.subtree("", 100)).objects();
        assertThat(objects).extracting(StoredObject::key).containsExactly("same");
        var size = objects.getFirst().sizeBytes();
        assertThat(store.get(bucket.name(), "same", 100_000)).hasSize((int) size);
        assertThat(engine().admin().usage(bucket.name()))
                .hasValueSatisfying(usage -> assertThat(usage.bytes()).isEqualTo(size));
    }

    @Test
    void of_many_who_claim_a_name_one_gets_it() throws Exception {
        var bucket = underTest().aBucket();
        var store = bucket.open(Permission.READ_WRITE);
        var statuses = java.util.Collections.synchronizedList(new ArrayList<Integer>());

        together(IntStream.range(0, 12).<Runnable>mapToObj(i -> () -> {
            var put = store.presignPut(bucket.name(), "mine", 1, "text/plain", Duration.ofMinutes(1));
            try {
                statuses.add(
                        Http.send("PUT", put.uri(), new byte[1], "Content-Type", "text/plain", "If-None-Match", "*")
                                .statusCode());
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }));

        assertThat(statuses).hasSize(12).containsOnlyOnce(200).containsOnly(200, 412);
    }

    @Test
    void concurrent_writers_stay_within_the_quota() throws Exception {
        var bucket = underTest().aBucket();
        var store = bucket.open(Permission.READ_WRITE);
        bucket.admin().quota(bucket.name(), OptionalLong.of(10_000));

        together(IntStream.range(0, 30).<Runnable>mapToObj(i -> () -> {
            try {
                store.put(bucket.name(), "f" + i, new byte[1000], "text/plain");
            } catch (StoreException.QuotaExceeded e) {
                assertThat(e).hasMessageContaining("10000");
            }
        }));

        assertThat(engine().admin().usage(bucket.name()))
                .hasValueSatisfying(usage -> assertThat(usage.objects()).isEqualTo(10));
    }

    private static void together(java.util.stream.Stream<Runnable> work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(12)) {
            List<Future<?>> begun = new ArrayList<>();
            work.forEach(task -> begun.add(threads.submit(task)));
            for (var task : begun) {
                task.get();
            }
        }
    }
}
