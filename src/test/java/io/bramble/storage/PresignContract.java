package io.bramble.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bramble.storage.EngineUnderTest.TestBucket;
import io.bramble.storage.StoreException.KeyTooLong;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What signed URLs do on every engine, sent by a client that knows nothing of S3. */
abstract class PresignContract {
    private static final Duration SOON = Duration.ofMinutes(5);

    private TestBucket bucket;
    private ObjectStore store;

    abstract EngineUnderTest engine();

    @BeforeEach
    void openABucket() {
        bucket = engine().aBucket();
        store = bucket.open(Permission.READ_WRITE);
    }

    static List<String> awkwardKeys() {
        return AwkwardKeys.ALL;
    }

    @ParameterizedTest
    @MethodSource("awkwardKeys")
    void a_file_of_any_name_goes_up_and_comes_down_by_urls_that_a_browser_does_not_change(String key) throws Exception {
        if (!engine().holds(key)) {
            return; // and is refused, see ObjectsContract
        }
        var content = ("content of " + key).getBytes(UTF_8);
        var put = store.presignPut(bucket.name(), key, content.length, "text/plain", SOON);
        assertThat(asABrowserReads(put.uri())).isEqualTo(put.uri());

        var stored = Http.send("PUT", put.uri(), content, headers(put));
        assertThat(stored.statusCode()).as(new String(stored.body(), UTF_8)).isEqualTo(200);
        var keys = store.list(bucket.name(), ListRequest.subtree("", 2)).objects();
        assertThat(keys).extracting(StoredObject::key).containsExactly(key);

        var get = store.presignGet(bucket.name(), key, SOON, DownloadAs.stored());
        assertThat(asABrowserReads(get)).isEqualTo(get);
        assertThat(Http.get(get).body()).isEqualTo(content);
    }

    @Test
    void a_key_of_1025_bytes_is_refused_before_it_is_signed() {
        assertThatThrownBy(() -> store.presignPut(bucket.name(), "x".repeat(1025), 1, "text/plain", SOON))
                .isInstanceOf(KeyTooLong.class)
                .hasMessageContaining("1025");
    }

    @Test
    void signing_calls_nobody() {
        var nowhere = URI.create("http://127.0.0.1:1");
        var address = new StoreAddress(URI.create("https://anna.s3.example.org"), nowhere, "eu-west-3");
        var offline = ObjectStores.open(address, Credentials.random());

        assertThat(offline.presignGet("photos", "a b.jpg", SOON, DownloadAs.stored())
                        .toString())
                .startsWith("https://anna.s3.example.org/photos/a%20b.jpg?")
                .contains("X-Amz-Expires=300", "eu-west-3%2Fs3%2Faws4_request");
    }

    @Test
    void a_download_can_be_given_a_name_and_a_type() throws Exception {
        store.put(bucket.name(), "a.html", "<script>".getBytes(UTF_8), "text/html");

        var as = new DownloadAs("Ü \"1\".html", "application/octet-stream");
        var answer = Http.get(store.presignGet(bucket.name(), "a.html", SOON, as));

        assertThat(answer.headers().firstValue("content-type")).hasValue("application/octet-stream");
        assertThat(answer.headers().firstValue("content-disposition"))
                .hasValue("attachment; filename=\"_ _1_.html\"; filename*=UTF-8''%C3%9C%20%221%22.html");
    }

    @Test
    void an_upload_of_another_size_or_type_is_refused() throws Exception {
        var put = store.presignPut(bucket.name(), "a", 5, "text/plain", SOON);

        assertThat(Http.send("PUT", put.uri(), new byte[6], headers(put)).statusCode())
                .isEqualTo(403);
        assertThat(Http.send("PUT", put.uri(), new byte[5], "Content-Type", "text/html")
                        .statusCode())
                .isEqualTo(403);
        assertThat(store.head(bucket.name(), "a")).isEmpty();
    }

    @Test
    void a_url_for_one_object_opens_no_other_and_no_other_verb() throws Exception {
        store.put(bucket.name(), "a", "a".getBytes(UTF_8), "text/plain");
        store.put(bucket.name(), "b", "b".getBytes(UTF_8), "text/plain");
        var get = store.presignGet(bucket.name(), "a", SOON, DownloadAs.stored());

        var other = URI.create(get.toString().replace("/a?", "/b?"));
        assertThat(Http.get(other).statusCode()).isEqualTo(403);
        assertThat(Http.send("DELETE", get, new byte[0]).statusCode()).isEqualTo(403);
        assertThat(Http.send("PUT", get, new byte[1]).statusCode()).isEqualTo(403);
    }

    @Test
    void an_expired_url_is_refused() throws Exception {
        var get = store.presignGet(bucket.name(), "a", Duration.ZERO, DownloadAs.stored());

        assertThat(Http.get(get).statusCode()).isEqualTo(403);
    }

    @Test
    void a_browser_upload_over_quota_is_told_why() throws Exception {
        bucket.admin().quota(bucket.name(), OptionalLong.of(10));
        var put = store.presignPut(bucket.name(), "a", 4 << 20, "text/plain", SOON);

        var refused = Http.send("PUT", put.uri(), new byte[4 << 20], headers(put));

        assertThat(refused.statusCode()).isIn(400, 403);
        assertThat(refused.body()).asString().containsIgnoringCase("quota").contains("xceeded</Code>");
    }

    @Test
    void a_write_only_signer_cannot_be_made_to_copy() throws Exception {
        store.put(bucket.name(), "secret", "s".getBytes(UTF_8), "text/plain");
        var put = bucket.open(Permission.WRITE).presignPut(bucket.name(), "mine", 0, "text/plain", SOON);

        var refused = Http.send(
                "PUT",
                put.uri(),
                new byte[0],
                "Content-Type",
                "text/plain",
                "x-amz-copy-source",
                "/" + bucket.name() + "/secret");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(store.head(bucket.name(), "mine")).isEmpty();
    }

    private static String[] headers(SignedPut put) {
        return put.headers().entrySet().stream()
                .flatMap(header -> List.of(header.getKey(), header.getValue()).stream())
                .toArray(String[]::new);
    }

    /** OkHttp reads URLs as browsers do: it resolves {@code ..} and {@code %2e%2e}. */
    private static URI asABrowserReads(URI uri) {
        return URI.create(HttpUrl.get(uri.toString()).toString());
    }
}
