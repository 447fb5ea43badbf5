package io.bramble.bucket;

import static io.bramble.storage.Permission.READ;
import static io.bramble.storage.Permission.READ_WRITE;
import static io.bramble.storage.Permission.WRITE;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.bramble.ModuleTest;
import io.bramble.account.AccountScope;
import io.bramble.account.InvalidField;
import io.bramble.local.SettableClock;
import io.bramble.provisioning.Engines;
import io.bramble.storage.StoreException.AccessDenied;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
@Import(Customers.class)
class KeysTest {
    @Autowired
    AccessKeys keys;

    @Autowired
    Buckets buckets;

    @Autowired
    Customers customers;

    @Autowired
    Engines engines;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void a_revoked_key_is_refused_within_five_seconds() {
        var ann = customers.arrive("ann");
        var program = customers.program(ann, customers.ready(ann, "photos"));
        program.put("one", "1");
        keys.revoke(ann, program.keyId());
        await().atMost(5, SECONDS).untilAsserted(() -> assertThatThrownBy(() -> program.get("one"))
                .isInstanceOf(AccessDenied.class));
        await().atMost(5, SECONDS).until(() -> keys.get(ann, program.keyId()).state() == KeyState.REVOKED);
        keys.revoke(ann, program.keyId());
        assertThat(keys.get(ann, program.keyId()).state()).isEqualTo(KeyState.REVOKED);
    }

    @Test
    void an_expired_key_is_refused() {
        var ann = customers.arrive("ann");
        var bucket = customers.ready(ann, "photos");
        var program = customers.program(
                ann, bucket, new NewKey("short", READ_WRITE, "", clock.instant().plus(Duration.ofHours(1))));
        program.put("one", "1");
        clock.advance(Duration.ofHours(2));
        assertThatThrownBy(() -> program.get("one")).isInstanceOf(AccessDenied.class);
        assertThat(keys.get(ann, program.keyId()).state()).isEqualTo(KeyState.EXPIRED);
    }

    @Test
    void a_key_does_what_its_permission_says_and_no_more() {
        var ann = customers.arrive("ann");
        var bucket = customers.ready(ann, "photos");
        var reader = customers.program(ann, bucket, new NewKey("reader", READ, "", null));
        var writer = customers.program(ann, bucket, new NewKey("writer", WRITE, "", null));
        writer.put("one", "1");
        assertThat(reader.get("one")).isEqualTo("1");
        assertThatThrownBy(() -> reader.put("two", "2")).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> writer.get("one")).isInstanceOf(AccessDenied.class);
    }

    @Test
    void a_key_stays_in_its_prefix_and_in_its_bucket() {
        var ann = customers.arrive("ann");
        var bucket = customers.ready(ann, "photos");
        var other = customers.ready(ann, "letters");
        var team = customers.program(ann, bucket, new NewKey("team", READ_WRITE, "team/", null));
        team.put("team/one", "1");
        assertThatThrownBy(() -> team.put("one", "1")).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> team.store().head(other.name(), "one")).isInstanceOf(AccessDenied.class);
    }

    @Test
    void a_customers_secret_is_not_kept_once_its_key_works() {
        var ann = customers.arrive("ann");
        var program = customers.program(ann, customers.ready(ann, "photos"));
        assertThat(secretIsKept(program.keyId())).isFalse();
    }

    @Test
    void a_key_for_a_bucket_that_is_being_made_works_when_it_is_ready() {
        var ann = customers.arrive("ann");
        var bucket = customers.create(ann, customers.unique("photos"));
        customers.program(ann, bucket).put("one", "1");
    }

    @Test
    void a_key_that_vanished_from_the_engine_is_told_as_lost() {
        var ann = customers.arrive("ann");
        var bucket = customers.ready(ann, "photos");
        var program = customers.program(ann, bucket);
        var key = keys.get(ann, program.keyId());
        engines.admin(engines.place(null)).revokeKey(key.accessKeyId());
        buckets.quota(ann, bucket.id(), 1L << 20);
        await().atMost(5, SECONDS).until(() -> keys.get(ann, key.id()).state() == KeyState.LOST);
    }

    @Test
    void a_bad_wish_names_the_field_and_what_to_do() {
        var ann = customers.arrive("ann");
        var bucket = customers.ready(ann, "photos");
        refused("name", () -> new NewKey("x".repeat(300), READ, "", null));
        refused("name", () -> new NewKey(" ", READ, "", null));
        refused("name", () -> new NewKey("a\u0000", READ, "", null));
        refused("prefix", () -> new NewKey("key", READ, "a*", null));
        refused("prefix", () -> new NewKey("key", READ, "a\u0000", null));
        for (var moment : List.of(clock.instant(), Instant.MAX))
            refused("expiresAt", () -> keys.issue(ann, bucket.id(), new NewKey("key", READ, "", moment)));
    }

    @Test
    void an_account_has_as_many_keys_as_its_plan_allows_and_revoked_ones_do_not_count() {
        var ann = customers.arrive("ann");
        var bucket = customers.ready(ann, "photos");
        var wish = new NewKey("key", READ, "", null);
        var first = keys.issue(ann, bucket.id(), wish);
        for (var i = 1; i < 10; i++) keys.issue(ann, bucket.id(), wish);
        assertThatThrownBy(() -> keys.issue(ann, bucket.id(), wish)).isInstanceOf(LimitReached.class);
        keys.revoke(ann, first.key().id());
        assertThat(keys.issue(ann, bucket.id(), wish).secret().reveal()).hasSize(40);
    }

    @Test
    void a_deleted_bucket_gets_no_new_keys() {
        var ann = customers.arrive("ann");
        var bucket = customers.ready(ann, "photos");
        buckets.delete(ann, bucket.id(), bucket.name());
        assertThatThrownBy(() -> keys.issue(ann, bucket.id(), new NewKey("key", READ, "", null)))
                .isInstanceOf(BucketNotReady.class)
                .hasMessageContaining("Restore");
    }

    @Test
    void an_issued_key_never_prints_its_secret() {
        var ann = customers.arrive("ann");
        var issued = keys.issue(ann, customers.ready(ann, "photos").id(), new NewKey("key", READ, "", null));
        assertThat(issued.toString()).doesNotContain(issued.secret().reveal());
    }

    private static void refused(String field, ThrowingCallable wish) {
        assertThatThrownBy(wish).isInstanceOfSatisfying(InvalidField.class, refusal -> assertThat(refusal.field())
                .isEqualTo(field));
    }

    private boolean secretIsKept(UUID keyId) {
        return AccountScope.platform(
                () -> transactions.execute(_ -> jdbc.sql("select secret_enc is not null from access_key where id = :id")
                        .param("id", keyId)
                        .query(Boolean.class)
                        .single()));
    }
}
