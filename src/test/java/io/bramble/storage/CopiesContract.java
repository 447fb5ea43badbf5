package io.bramble.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bramble.storage.EngineUnderTest.TestBucket;
import io.bramble.storage.StoreException.Changed;
import io.bramble.storage.StoreException.NoSuchObject;
import io.bramble.storage.StoreException.Taken;
import io.bramble.storage.minio.CopiesInParts;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Copies that every engine makes by itself. */
abstract class CopiesContract {
    private static final Description SAID =
            new Description("text/plain", Map.of("cache-control", "no-store"), Map.of("author", "Ann"));
    private static final int MIB = 1 << 20;

    private TestBucket bucket;
    private ScopedKey key;
    private ObjectStore store;

    abstract EngineUnderTest engine();

    @BeforeEach
    void openABucket() {
        bucket = engine().aBucket();
        key = bucket.key(Permission.READ_WRITE, "", null);
        store = bucket.open(key);
    }

    @Test
    void what_has_the_name_is_left_alone_when_that_is_wished() {
        var from = put("a", "new");
        put("b", "old");
        assertThatThrownBy(() -> store.copy(copy(from, "b", true))).isInstanceOf(Taken.class);
        assertThat(store.get(bucket.name(), "b", 10)).asString().isEqualTo("old");
        store.copy(copy(from, "c", true));
        store.copy(copy(from, "b", false));
        assertThat(store.get(bucket.name(), "b", 10)).asString().isEqualTo("new");
        assertThat(store.get(bucket.name(), "c", 10)).asString().isEqualTo("new");
    }

    @Test
    void nothing_newer_is_copied_and_nothing_that_is_gone() {
        var seen = put("a", "first");
        put("a", "second");
        assertThatThrownBy(() -> store.copy(copy(seen, "b", true))).isInstanceOf(Changed.class);
        store.delete(bucket.name(), "a");
        assertThatThrownBy(() -> store.copy(copy(seen, "b", true))).isInstanceOf(NoSuchObject.class);
        assertThat(store.head(bucket.name(), "b")).isEmpty();
    }

    @Test
    void something_else_is_said_about_an_object_in_its_place() {
        store.copy(ObjectCopy.described(bucket.name(), put("a", "x"), SAID));
        var now = store.stat(bucket.name(), "a").orElseThrow();
        assertThat(now.description()).isEqualTo(SAID);
        assertThat(store.get(bucket.name(), "a", 10)).asString().isEqualTo("x");
    }

    @Test
    void only_what_was_seen_is_deleted() {
        var seen = put("a", "first");
        put("a", "second");
        assertThatThrownBy(() -> store.deleteIfUnchanged(bucket.name(), seen)).isInstanceOf(Changed.class);
        var now = store.head(bucket.name(), "a").orElseThrow();
        store.deleteIfUnchanged(bucket.name(), now);
        store.deleteIfUnchanged(bucket.name(), now);
        assertThat(store.head(bucket.name(), "a")).isEmpty();
    }

    @Test
    void large_objects_are_copied_in_parts_with_all_that_was_said_about_them() {
        var content = new byte[12 * MIB];
        new Random(1).nextBytes(content);
        store.put(bucket.name(), "large", content, "application/octet-stream");
        store.copy(ObjectCopy.described(
                bucket.name(), store.head(bucket.name(), "large").orElseThrow(), SAID));
        if (engine().can(Capability.OBJECT_TAGS)) store.tags(bucket.name(), "large", Map.of("team", "A + B=C"));
        var large = store.head(bucket.name(), "large").orElseThrow();
        CopiesInParts.make(engine().address(), key.credentials(), copy(large, "copy", true));
        assertThat(store.get(bucket.name(), "copy", 12 * MIB)).isEqualTo(content);
        var copy = store.stat(bucket.name(), "copy").orElseThrow();
        assertThat(copy.description()).isEqualTo(SAID);
        assertThat(copy.object().etag()).endsWith("-3");
        if (engine().can(Capability.OBJECT_TAGS))
            assertThat(store.tags(bucket.name(), "copy")).isEqualTo(Map.of("team", "A + B=C"));
        assertThatThrownBy(() -> CopiesInParts.make(engine().address(), key.credentials(), copy(large, "copy", true)))
                .isInstanceOf(Taken.class);
        assertThat(store.multipart().open(bucket.name(), "")).isEmpty();
    }

    @Test
    void the_administrator_copies_from_one_bucket_into_another() {
        var other = engine().aBucket();
        var inOther = other.open(Permission.READ_WRITE);
        var from = put("a/ +%2F😀", "x");
        var copy = new ObjectCopy(bucket.name(), from, other.name(), "b", true, null);
        assertThatThrownBy(() -> store.copy(copy)).isInstanceOf(StoreException.class);
        engine().admin().copy(copy);
        assertThat(inOther.get(other.name(), "b", 10)).asString().isEqualTo("x");
        assertThat(inOther.head(other.name(), "b").orElseThrow().etag()).isEqualTo(from.etag());
        assertThatThrownBy(() -> engine().admin().copy(copy)).isInstanceOf(Taken.class);
        engine().admin().copy(new ObjectCopy(bucket.name(), from, other.name(), "b", false, SAID));
        assertThat(inOther.stat(other.name(), "b").orElseThrow().description()).isEqualTo(SAID);
        put("a/ +%2F😀", "y");
        assertThatThrownBy(
                        () -> engine().admin().copy(new ObjectCopy(bucket.name(), from, other.name(), "c", true, null)))
                .isInstanceOf(Changed.class);
    }

    @Test
    void the_engine_tells_its_time() {
        assertThat(Duration.between(store.time(bucket.name()), Instant.now()).abs())
                .isLessThan(Duration.ofSeconds(10));
    }

    private StoredObject put(String name, String content) {
        store.put(bucket.name(), name, content.getBytes(UTF_8), "application/octet-stream");
        return store.head(bucket.name(), name).orElseThrow();
    }

    private ObjectCopy copy(StoredObject from, String to, boolean onlyIfAbsent) {
        return new ObjectCopy(bucket.name(), from, bucket.name(), to, onlyIfAbsent, null);
    }
}
