package io.bramble.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bramble.storage.EngineUnderTest.TestBucket;
import io.bramble.storage.StoreException.AccessDenied;
import io.bramble.storage.StoreException.BucketNotEmpty;
import io.bramble.storage.StoreException.BucketOfAnother;
import io.bramble.storage.StoreException.NoSuchBucket;
import io.bramble.storage.StoreException.NotSupportedByEngine;
import io.bramble.storage.StoreException.QuotaExceeded;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may do what on every engine. */
abstract class AccessContract {
    private static final byte[] KILOBYTE = new byte[1024];

    private TestBucket bucket;
    private ObjectStore owner;

    abstract EngineUnderTest engine();

    @BeforeEach
    void aBucketWithAnObject() {
        bucket = engine().aBucket();
        owner = bucket.open(Permission.READ_WRITE);
        put(owner, "there", "content");
    }

    @Test
    void a_reading_key_reads_and_lists_and_no_more() {
        var reader = bucket.open(Permission.READ);

        assertThat(reader.get(bucket.name(), "there", 100)).asString().isEqualTo("content");
        assertThat(reader.head(bucket.name(), "there")).isPresent();
        assertThat(keys(reader)).containsExactly("there");
        denied(() -> put(reader, "new", ""));
        denied(() -> reader.delete(bucket.name(), "there"));
        denied(() -> reader.copy(bucket.name(), "there", "new"));
        assertThat(reader.deleteAll(bucket.name(), List.of("there")))
                .extracting(DeleteFailure::code)
                .containsExactly("AccessDenied");
        assertThat(keys(owner)).containsExactly("there");
    }

    @Test
    void a_writing_key_writes_and_no_more() {
        var writer = bucket.open(Permission.WRITE);

        put(writer, "new", "x");
        denied(() -> writer.get(bucket.name(), "new", 10));
        denied(() -> writer.head(bucket.name(), "new"));
        denied(() -> keys(writer));
        denied(() -> writer.delete(bucket.name(), "new"));
        denied(() -> writer.copy(bucket.name(), "there", "stolen"));
        assertThat(keys(owner)).containsExactly("new", "there");
    }

    @Test
    void a_key_reaches_no_other_bucket() {
        var other = engine().aBucket();
        other.open(Permission.READ_WRITE).put(other.name(), "secret", KILOBYTE, "text/plain");

        denied(() -> owner.get(other.name(), "secret", 10));
        denied(() -> owner.head(other.name(), "secret"));
        denied(() -> owner.list(other.name(), ListRequest.subtree("", 10)));
        denied(() -> owner.put(other.name(), "new", KILOBYTE, "text/plain"));
        denied(() -> owner.delete(other.name(), "secret"));
        assertThat(owner.deleteAll(other.name(), List.of("secret"))).hasSize(1);
        assertThat(keys(other.open(Permission.READ), other.name())).containsExactly("secret");
    }

    @Test
    void a_key_with_a_prefix_stays_below_it() {
        put(owner, "team/a", "1");
        put(owner, "teammate", "2");
        var team = bucket.open(Permission.READ_WRITE, "team/");

        assertThat(team.get(bucket.name(), "team/a", 10)).asString().isEqualTo("1");
        put(team, "team/b", "3");
        assertThat(team.list(bucket.name(), ListRequest.folder("team/", 10)).objects())
                .extracting(StoredObject::key)
                .containsExactly("team/a", "team/b");
        denied(() -> team.get(bucket.name(), "teammate", 10));
        denied(() -> keys(team));
        denied(() -> team.list(bucket.name(), ListRequest.folder("team", 10)));
        denied(() -> put(team, "other", ""));
        assertThatThrownBy(() -> put(team, "x/../team/a", ""))
                .isInstanceOfAny(AccessDenied.class, NotSupportedByEngine.class);
        denied(() -> team.copy(bucket.name(), "there", "team/stolen"));
        denied(() -> team.copy(bucket.name(), "team/a", "outside"));
        assertThat(team.deleteAll(bucket.name(), List.of("team/a", "there")))
                .extracting(DeleteFailure::key)
                .containsExactly("there");
    }

    @Test
    void a_revoked_key_and_what_it_signed_are_refused_at_once() throws Exception {
        var key = bucket.key(Permission.READ_WRITE, "", null);
        var store = bucket.open(key);
        var link = store.presignGet(bucket.name(), "there", Duration.ofMinutes(5), DownloadAs.stored());
        assertThat(Http.get(link).statusCode()).isEqualTo(200);

        bucket.admin().revokeKey(key.id());

        denied(() -> store.get(bucket.name(), "there", 10));
        assertThat(Http.get(link).statusCode()).isEqualTo(403);
        bucket.admin().revokeKey(key.id());
        assertThat(bucket.admin().keys(bucket.name()))
                .extracting(KeyInfo::accessKeyId)
                .doesNotContain(key.id());
    }

    @Test
    void an_expired_key_is_refused() {
        var expired = bucket.key(Permission.READ_WRITE, "", Instant.now().minusSeconds(1));
        var living = bucket.key(Permission.READ_WRITE, "", Instant.now().plusSeconds(3600));

        denied(() -> keys(bucket.open(expired)));
        assertThat(keys(bucket.open(living))).containsExactly("there");
    }

    @Test
    void a_key_may_be_made_again_and_changed() {
        var key = bucket.key(Permission.READ_WRITE, "", null);
        bucket.admin().ensureKey(key);
        put(bucket.open(key), "new", "");

        bucket.admin().ensureKey(new ScopedKey(key.credentials(), bucket.name(), Permission.READ, "n", null));

        denied(() -> put(bucket.open(key), "new", "again"));
        assertThat(bucket.admin().keys(bucket.name()))
                .contains(new KeyInfo(key.id(), bucket.name(), Permission.READ, "n", null));
    }

    @Test
    void an_unknown_key_or_a_wrong_secret_is_refused() {
        denied(() -> keys(ObjectStores.open(engine().address(), Credentials.random())));
        var id = bucket.key(Permission.READ, "", null).id();
        var guessed = new Credentials(id, SecretKey.random());
        denied(() -> keys(ObjectStores.open(engine().address(), guessed)));
    }

    @Test
    void a_read_only_bucket_can_be_read_and_emptied_but_not_filled() {
        bucket.admin().access(bucket.name(), Access.READ_ONLY);

        denied(() -> put(owner, "new", ""));
        denied(() -> owner.copy(bucket.name(), "there", "new"));
        assertThat(owner.get(bucket.name(), "there", 10)).asString().isEqualTo("content");
        owner.delete(bucket.name(), "there");
        assertThat(keys(owner)).isEmpty();

        bucket.admin().access(bucket.name(), Access.READ_WRITE);
        put(owner, "new", "");
    }

    @Test
    void a_suspended_bucket_opens_to_no_key_and_no_signed_url_until_it_is_resumed() throws Exception {
        var link = owner.presignGet(bucket.name(), "there", Duration.ofMinutes(5), DownloadAs.stored());

        bucket.admin().access(bucket.name(), Access.NONE);
        bucket.admin().access(bucket.name(), Access.NONE);

        denied(() -> keys(owner));
        denied(() -> owner.get(bucket.name(), "there", 10));
        denied(() -> owner.delete(bucket.name(), "there"));
        assertThat(Http.get(link).statusCode()).isEqualTo(403);

        bucket.admin().access(bucket.name(), Access.READ_WRITE);
        assertThat(Http.get(link).body()).asString().isEqualTo("content");
    }

    @Test
    void a_quota_stops_a_write_before_it_is_too_much() {
        bucket.admin().quota(bucket.name(), OptionalLong.of(7 + 1024));
        if (!engine().can(Capability.EXACT_QUOTA)) {
            var tooMuch = new byte[7 + 1025];
            assertThatThrownBy(() -> owner.put(bucket.name(), "more", tooMuch, "text/plain"))
                    .isInstanceOf(QuotaExceeded.class);
            return;
        }

        owner.put(bucket.name(), "fits", KILOBYTE, "text/plain");
        assertThatThrownBy(() -> put(owner, "more", "x")).isInstanceOf(QuotaExceeded.class);
        assertThatThrownBy(() -> owner.copy(bucket.name(), "there", "more")).isInstanceOf(QuotaExceeded.class);
        assertThat(keys(owner)).containsExactly("fits", "there");

        owner.delete(bucket.name(), "fits");
        put(owner, "more", "x");
        bucket.admin().quota(bucket.name(), OptionalLong.empty());
        owner.put(bucket.name(), "fits", KILOBYTE, "text/plain");
    }

    @Test
    void without_a_signature_nothing_is_seen_or_done() throws Exception {
        var object = engine().endpoint().resolve("/" + bucket.name() + "/there");
        for (URI uri : List.of(
                object, engine().endpoint().resolve("/"), engine().endpoint().resolve("/" + bucket.name()))) {
            assertThat(Http.get(uri).statusCode()).isEqualTo(403);
            assertThat(Http.send("PUT", uri, "x".getBytes(UTF_8)).statusCode()).isIn(400, 403);
            assertThat(Http.send("DELETE", uri, new byte[0]).statusCode()).isIn(400, 403);
        }
        assertThat(keys(owner)).containsExactly("there");
    }

    @Test
    void a_bucket_is_made_once_and_removed_when_empty() {
        bucket.admin().ensureBucket(bucket.name(), EngineUnderTest.OWNER);
        assertThat(bucket.admin().buckets()).contains(bucket.name());
        assertThatThrownBy(() -> bucket.admin().removeBucket(bucket.name(), EngineUnderTest.OWNER))
                .isInstanceOf(BucketNotEmpty.class);
        assertThat(keys(owner)).containsExactly("there");

        owner.delete(bucket.name(), "there");
        bucket.admin().removeBucket(bucket.name(), EngineUnderTest.OWNER);
        bucket.admin().removeBucket(bucket.name(), EngineUnderTest.OWNER);

        assertThat(bucket.admin().buckets()).doesNotContain(bucket.name());
        assertThat(bucket.admin().keys(bucket.name())).isEmpty();
        assertThatThrownBy(() -> bucket.key(Permission.READ, "", null)).isInstanceOf(NoSuchBucket.class);
    }

    @Test
    void a_bucket_made_for_another_is_neither_taken_over_nor_removed() {
        owner.delete(bucket.name(), "there");

        assertThatThrownBy(() -> bucket.admin().ensureBucket(bucket.name(), "another"))
                .isInstanceOf(BucketOfAnother.class)
                .hasMessageContaining(bucket.name());
        bucket.admin().removeBucket(bucket.name(), "another");

        assertThat(bucket.admin().owner(bucket.name())).hasValue(EngineUnderTest.OWNER);
        put(owner, "new", "content");
    }

    @Test
    void a_bucket_made_again_is_empty_open_and_without_the_old_keys() {
        bucket.admin().access(bucket.name(), Access.NONE);
        bucket.admin().quota(bucket.name(), OptionalLong.of(1));
        bucket.admin().access(bucket.name(), Access.READ_ONLY);
        owner.delete(bucket.name(), "there");
        bucket.admin().removeBucket(bucket.name(), EngineUnderTest.OWNER);

        bucket.admin().ensureBucket(bucket.name(), EngineUnderTest.OWNER);

        denied(() -> keys(owner));
        put(bucket.open(Permission.READ_WRITE), "new", "content");
    }

    @Test
    void an_engine_has_a_lasting_identity_and_says_how_it_is() {
        assertThat(engine().admin().identity())
                .isNotBlank()
                .isEqualTo(engine().admin().identity());
        var health = engine().admin().health();
        assertThat(health.ok()).isTrue();
        assertThat(health.freeBytes()).isPositive().isLessThanOrEqualTo(health.capacityBytes());
    }

    private void put(ObjectStore store, String key, String content) {
        store.put(bucket.name(), key, content.getBytes(UTF_8), "text/plain");
    }

    private List<String> keys(ObjectStore store) {
        return keys(store, bucket.name());
    }

    private static List<String> keys(ObjectStore store, String bucket) {
        return store.list(bucket, ListRequest.subtree("", 100)).objects().stream()
                .map(StoredObject::key)
                .toList();
    }

    private static void denied(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(AccessDenied.class);
    }
}
