package io.bramble.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bramble.storage.EngineUnderTest.TestBucket;
import io.bramble.storage.StoreException.Changed;
import io.bramble.storage.StoreException.KeyTooLong;
import io.bramble.storage.StoreException.NoSuchBucket;
import io.bramble.storage.StoreException.NoSuchObject;
import io.bramble.storage.StoreException.NotSupportedByEngine;
import io.bramble.storage.StoreException.TooLarge;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every engine does with objects. */
abstract class ObjectsContract {
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
    void an_object_of_any_name_is_put_read_described_listed_copied_and_deleted(String key) {
        if (!engine().holds(key)) {
            isRefused(key);
            return;
        }
        put(key, "content of it");

        assertThat(store.get(bucket.name(), key, 100)).asString().isEqualTo("content of it");
        assertThat(store.head(bucket.name(), key))
                .get()
                .extracting(StoredObject::sizeBytes)
                .isEqualTo(13L);
        assertThat(keys(ListRequest.subtree("", 10))).containsExactly(key);
        store.copy(bucket.name(), key, "copy");
        assertThat(store.get(bucket.name(), "copy", 100)).asString().isEqualTo("content of it");
        store.delete(bucket.name(), key);
        assertThat(keys(ListRequest.subtree("", 10))).containsExactly("copy");
    }

    /** By whoever would otherwise store it under another name. */
    private void isRefused(String key) {
        var nothing = new byte[0];
        var soon = Duration.ofMinutes(1);
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> store.put(bucket.name(), key, nothing, "text/plain"),
                () -> store.head(bucket.name(), key),
                () -> store.get(bucket.name(), key, 1),
                () -> store.delete(bucket.name(), key),
                () -> store.deleteAll(bucket.name(), List.of(key)),
                () -> store.copy(bucket.name(), key, "copy"),
                () -> store.copy(bucket.name(), "a", key),
                () -> store.presignGet(bucket.name(), key, soon, DownloadAs.stored()),
                () -> store.presignPut(bucket.name(), key, 1, "text/plain", soon))) {
            assertThatThrownBy(call).isInstanceOf(NotSupportedByEngine.class).hasMessageContaining("255 bytes");
        }
        assertThat(keys(ListRequest.subtree("", 10))).isEmpty();
    }

    @Test
    void names_that_a_file_system_would_mix_up_stay_apart() {
        var awkward = engine().held(AwkwardKeys.ALL);
        for (var key : awkward) {
            put(key, key);
        }

        assertThat(awkward).allSatisfy(key -> assertThat(store.get(bucket.name(), key, 2000))
                .asString()
                .isEqualTo(key));
        assertThat(keys(ListRequest.subtree("", 1000)))
                .containsExactlyElementsOf(
                        awkward.stream().sorted(AwkwardKeys.BY_BYTES).toList());
        assertThat(store.deleteAll(bucket.name(), awkward)).isEmpty();
        assertThat(keys(ListRequest.subtree("", 1000))).isEmpty();
    }

    @Test
    void an_object_and_what_lies_below_it_are_both_kept_and_listed_sooner_or_later() {
        put("a", "above");
        put("a/b", "below");

        assertThat(store.get(bucket.name(), "a", 10)).asString().isEqualTo("above");
        assertThat(store.get(bucket.name(), "a/b", 10)).asString().isEqualTo("below");
        assertThat(keys(ListRequest.subtree("", 10)))
                .isEqualTo(engine().can(Capability.NESTED_KEYS) ? List.of("a", "a/b") : List.of("a"));
        store.delete(bucket.name(), "a");
        assertThat(keys(ListRequest.subtree("", 10))).containsExactly("a/b");
    }

    @Test
    void a_key_has_at_most_1024_bytes() {
        assertThatThrownBy(() -> put("é".repeat(512) + "x", "too long")).isInstanceOf(KeyTooLong.class);
    }

    @Test
    void an_object_is_described_by_size_time_etag_and_type() {
        store.put(bucket.name(), "note.txt", "hello".getBytes(UTF_8), "text/plain");

        var note = store.head(bucket.name(), "note.txt").orElseThrow();

        assertThat(note.contentType()).isEqualTo("text/plain");
        assertThat(note.etag()).isEqualTo("5d41402abc4b2a76b9719d911017c592");
        assertThat(store.list(bucket.name(), ListRequest.subtree("", 1)).objects())
                .containsExactly(new StoredObject("note.txt", 5, note.modifiedAt(), note.etag(), null));
    }

    @Test
    void what_a_writer_said_about_an_object_is_told() throws Exception {
        var key = bucket.key(Permission.READ_WRITE, "", null);
        var client = MinioClient.builder()
                .endpoint(engine().endpoint().toString())
                .region(EngineUnderTest.REGION)
                .credentials(key.id(), key.credentials().secretKey().reveal())
                .build();
        client.putObject(PutObjectArgs.builder()
                .bucket(bucket.name())
                .object("note")
                .userMetadata(Map.of("Author", "Ann"))
                .headers(Map.of("Cache-Control", "no-store"))
                .contentType("text/plain")
                .stream(new ByteArrayInputStream("hello".getBytes(UTF_8)), 5, -1)
                .build());

        var note = store.stat(bucket.name(), "note").orElseThrow();

        assertThat(note.object()).isEqualTo(store.head(bucket.name(), "note").orElseThrow());
        assertThat(note.metadata()).isEqualTo(Map.of("author", "Ann"));
        assertThat(note.headers()).isEqualTo(Map.of("cache-control", "no-store"));
        assertThat(note.versionId()).isNull();
        assertThat(store.stat(bucket.name(), "missing")).isEmpty();
    }

    @Test
    void a_copy_takes_what_the_caller_knows_and_nothing_newer() {
        put("a", "first");
        var seen = store.head(bucket.name(), "a").orElseThrow();
        store.copy(new ObjectCopy(bucket.name(), seen, bucket.name(), "copy", false, null));
        put("a", "second");

        assertThatThrownBy(() -> store.copy(new ObjectCopy(bucket.name(), seen, bucket.name(), "copy", false, null)))
                .isInstanceOf(Changed.class);
        assertThat(store.get(bucket.name(), "copy", 10)).asString().isEqualTo("first");
    }

    @Test
    void an_empty_object_is_an_object() {
        put("empty", "");

        assertThat(store.get(bucket.name(), "empty", 10)).isEmpty();
        assertThat(store.head(bucket.name(), "empty"))
                .get()
                .extracting(StoredObject::sizeBytes)
                .isEqualTo(0L);
    }

    @Test
    void the_last_writer_wins() {
        put("a", "first");
        put("a", "second");

        assertThat(store.get(bucket.name(), "a", 10)).asString().isEqualTo("second");
    }

    @Test
    void no_more_is_read_than_allowed() {
        put("large", "x".repeat(1000));

        assertThatThrownBy(() -> store.get(bucket.name(), "large", 999)).isInstanceOf(TooLarge.class);
        assertThat(store.get(bucket.name(), "large", 1000)).hasSize(1000);
    }

    @Test
    void what_is_not_there_is_named() {
        assertThat(store.head(bucket.name(), "missing")).isEmpty();
        assertThatThrownBy(() -> store.get(bucket.name(), "missing", 10)).isInstanceOf(NoSuchObject.class);
        assertThatThrownBy(() -> store.copy(bucket.name(), "missing", "b")).isInstanceOf(NoSuchObject.class);
        store.delete(bucket.name(), "missing");
        assertThat(store.deleteAll(bucket.name(), List.of("missing", "too"))).isEmpty();
    }

    @Test
    void a_folder_lists_its_files_and_folders() {
        for (var key : List.of("a.txt", "b/1", "b/2", "b/c/3", "b-", "b/", "c", "d/e/f")) {
            put(key, "");
        }

        var root = store.list(bucket.name(), ListRequest.folder("", 100));
        assertThat(root.objects()).extracting(StoredObject::key).containsExactly("a.txt", "b-", "c");
        assertThat(root.commonPrefixes()).containsExactly("b/", "d/");

        var b = store.list(bucket.name(), ListRequest.folder("b/", 100));
        assertThat(b.objects()).extracting(StoredObject::key).containsExactly("b/", "b/1", "b/2");
        assertThat(b.commonPrefixes()).containsExactly("b/c/");

        var begun = store.list(bucket.name(), ListRequest.folder("b", 100));
        assertThat(begun.objects()).extracting(StoredObject::key).containsExactly("b-");
        assertThat(begun.commonPrefixes()).containsExactly("b/");
    }

    @Test
    void a_listing_of_an_empty_bucket_or_folder_is_empty() {
        put("a", "");

        assertThat(store.list(bucket.name(), ListRequest.folder("none/", 10)))
                .isEqualTo(new ObjectPage(List.of(), List.of(), null));
    }

    @Test
    void pages_follow_one_another_without_gap_or_repeat_whatever_their_size() {
        var expected = new ArrayList<>(
                IntStream.range(0, 23).mapToObj("f/%03d"::formatted).toList());
        expected.addAll(List.of("f/a/1", "f/a/2", "f/b", "g", "😀", "\uFF5E"));
        expected.forEach(key -> put(key, ""));
        expected.sort(AwkwardKeys.BY_BYTES);

        for (var limit : List.of(1, 2, 7, 28, 29, 30)) {
            assertThat(keys(ListRequest.subtree("", limit))).containsExactlyElementsOf(expected);
        }
        for (var limit : List.of(1, 2, 3, 24, 25, 26)) {
            assertThat(names(ListRequest.folder("f/", limit))).hasSize(25).contains("f/a/", "f/b", "f/000", "f/022");
        }
    }

    @Test
    void a_folder_whose_last_object_went_is_no_folder_any_more() {
        put("deep/er/file", "");
        store.delete(bucket.name(), "deep/er/file");

        assertThat(names(ListRequest.folder("", 10))).isEmpty();
    }

    @Test
    void a_missing_bucket_is_named() {
        var other = engine().aBucket();
        var store = other.open(Permission.READ_WRITE);
        engine().admin().removeBucket(other.name(), EngineUnderTest.OWNER);

        assertThatThrownBy(() -> store.list(other.name(), ListRequest.subtree("", 1)))
                .isInstanceOfAny(NoSuchBucket.class, StoreException.AccessDenied.class);
    }

    @Test
    void random_names_come_back_in_byte_order() {
        var random = new Random(7);
        var letters = "ab/-.%+ é😀~A";
        var expected = engine().held(IntStream.range(0, 200)
                .mapToObj(i -> AwkwardKeys.random(random, letters, 1 + random.nextInt(12)))
                .distinct()
                .sorted(AwkwardKeys.BY_BYTES)
                .toList());
        var shuffled = new ArrayList<>(expected);
        Collections.shuffle(shuffled, random);
        shuffled.forEach(key -> put(key, ""));

        assertThat(keys(ListRequest.subtree("", 17))).containsExactlyElementsOf(expected);
        for (var prefix : List.of("a", "a/", "/", "A", "é")) {
            assertThat(keys(ListRequest.subtree(prefix, 13)))
                    .containsExactlyElementsOf(expected.stream()
                            .filter(key -> key.startsWith(prefix))
                            .toList());
            assertThat(names(ListRequest.folder(prefix, 5)))
                    .containsExactlyElementsOf(AwkwardKeys.folder(expected, prefix));
        }
    }

    private void put(String key, String content) {
        store.put(bucket.name(), key, content.getBytes(UTF_8), "application/octet-stream");
    }

    private List<String> keys(ListRequest first) {
        var keys = new ArrayList<String>();
        pages(first).forEach(page -> page.objects().forEach(object -> keys.add(object.key())));
        return keys;
    }

    private List<String> names(ListRequest first) {
        var names = new ArrayList<String>();
        for (var page : pages(first)) {
            var here = new ArrayList<>(page.commonPrefixes());
            page.objects().forEach(object -> here.add(object.key()));
            here.sort(AwkwardKeys.BY_BYTES);
            names.addAll(here);
        }
        return names;
    }

    private List<ObjectPage> pages(ListRequest first) {
        var pages = new ArrayList<ObjectPage>();
        @Nullable String token = null;
        do {
            var page = store.list(bucket.name(), first.after(token));
            assertThat(page.objects().size() + page.commonPrefixes().size()).isLessThanOrEqualTo(first.limit());
            pages.add(page);
            token = page.nextToken();
        } while (token != null);
        return pages;
    }
}
