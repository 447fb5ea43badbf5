package io.bramble.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.bramble.MinioModuleTest;
import io.bramble.account.Membership;
import io.bramble.account.Standing;
import io.bramble.bucket.Customers.Program;
import io.bramble.bucket.WatchedStores.Moment;
import io.bramble.storage.FaultyDoor;
import io.bramble.storage.KeyInfo;
import io.bramble.storage.MinioServer;
import io.bramble.storage.Permission;
import io.bramble.storage.StoreException.AccessDenied;
import io.bramble.storage.StoreException.StoreUnavailable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * A real MinIO server that fails from some call on, for each call in turn, while something is changed about a bucket
 * that people use: now and then it dies, once it may dawdle, else it turns Bramble away.
 */
@MinioModuleTest
@Import({Customers.class, Workbench.class})
@TestPropertySource(properties = "bramble.worker.enabled=false")
class ChangeFaultIT {
    private static final NewKey READ_WRITE = new NewKey("program", Permission.READ_WRITE, "", null);
    /** After the next try, and not so much that a real server thinks its clock is wrong. */
    private static final Duration LATER = Duration.ofMinutes(5);

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration TOO_SLOW = Duration.ofSeconds(6);
    private static final int CONSOLE_KEYS = 3;

    @TempDir
    private static Path folder;

    private static MinioServer minio;
    private static FaultyDoor door;

    @DynamicPropertySource
    static void startMinio(DynamicPropertyRegistry properties) throws Exception {
        minio = MinioServer.start(folder);
        door = FaultyDoor.before(minio.endpoint());
        minio.describe(properties, door.endpoint());
    }

    @AfterAll
    static void stopMinio() throws IOException {
        door.close();
        minio.close();
    }

    @Autowired
    Buckets buckets;

    @Autowired
    AccessKeys keys;

    @Autowired
    Customers customers;

    @Autowired
    Workbench bench;

    private @Nullable Used used;

    /** A bucket with an object and a program that works with it. */
    private record Used(Membership ann, BucketView bucket, Program program) {}

    /** Wished as a person does; afterwards it must have become true, once. */
    private interface Change {
        void wish(Used used);

        void assertDone(Used used);
    }

    @BeforeEach
    @AfterEach
    void begin() {
        bench.begin();
        door.well();
        used = null;
    }

    private Used used() {
        if (used != null) return used;
        var ann = customers.arrive("ann");
        var bucket = customers.create(ann, customers.unique("photos"));
        var program = customers.program(bucket, keys.issue(ann, bucket.id(), READ_WRITE));
        bench.worker().work();
        program.put("one", "1");
        used = new Used(ann, bucket, program);
        return used;
    }

    @Test
    void a_bucket_is_purged_once() {
        failsAtEachCall(10, 12, new Change() {
            @Override
            public void wish(Used of) {
                buckets.delete(of.ann(), of.bucket().id(), of.bucket().name());
                bench.worker().work();
                bench.endUndo(of.bucket().id());
            }

            @Override
            public void assertDone(Used of) {
                assertThat(isGone(of)).isTrue();
                assertThat(minio.admin().buckets()).doesNotContain(of.bucket().name());
                assertThat(minio.admin().keys(of.bucket().name())).isEmpty();
                assertThat(bench.strings(
                                "select actor from audit_event where action = 'bucket.purged' and target = ?::text",
                                of.bucket().id()))
                        .hasSize(1);
                used = null;
            }
        });
    }

    @Test
    void a_key_is_issued_once() {
        failsAtEachCall(5, 6, new Change() {
            private @Nullable IssuedKey issued;

            @Override
            public void wish(Used of) {
                if (issued != null) keys.revoke(of.ann(), issued.key().id());
                bench.worker().work();
                issued = keys.issue(of.ann(), of.bucket().id(), READ_WRITE);
            }

            @Override
            public void assertDone(Used of) {
                assertThat(keysOnEngine(of)).doesNotHaveDuplicates().hasSize(CONSOLE_KEYS + 2);
                var program = customers.program(of.bucket(), Objects.requireNonNull(issued));
                assertThat(program.get("one")).isEqualTo("1");
            }
        });
    }

    @Test
    void a_key_that_is_taken_back_opens_nothing_once_it_is_said_to_be() {
        failsAtEachCall(5, 6, new Change() {
            private @Nullable Program program;

            @Override
            public void wish(Used of) {
                program = customers.program(
                        of.bucket(), keys.issue(of.ann(), of.bucket().id(), READ_WRITE));
                bench.worker().work();
                keys.revoke(of.ann(), program.keyId());
            }

            @Override
            public void assertDone(Used of) {
                var revoked = Objects.requireNonNull(program);
                assertThatThrownBy(() -> revoked.get("one")).isInstanceOf(AccessDenied.class);
                assertThat(bench.strings("select state from access_key where id = ?", revoked.keyId()))
                        .containsExactly("REVOKED");
                assertThat(keysOnEngine(of)).hasSize(CONSOLE_KEYS + 1);
                assertThat(of.program().get("one")).as("the other key").isEqualTo("1");
            }
        });
    }

    @Test
    void keys_of_the_console_that_somebody_removed_are_there_again_once() {
        failsAtEachCall(5, 0, new Change() {
            @Override
            public void wish(Used of) {
                var programs = bench.strings(
                        "select access_key_id from access_key where id = ?",
                        of.program().keyId());
                keysOnEngine(of).stream().filter(key -> !programs.contains(key)).forEach(minio.admin()::revokeKey);
                assertThat(keysOnEngine(of)).hasSize(1);
                var before = buckets.get(of.ann(), of.bucket().id()).quotaBytes();
                buckets.quota(of.ann(), of.bucket().id(), before == null ? 1L << 30 : null); // a pass
            }

            @Override
            public void assertDone(Used of) {
                assertThat(keysOnEngine(of)).doesNotHaveDuplicates().hasSize(CONSOLE_KEYS + 1);
                assertThat(of.program().get("one")).isEqualTo("1");
            }
        });
    }

    @Test
    void an_account_is_suspended() {
        failsAtEachCall(3, 0, standing(Standing.ACTIVE, Standing.SUSPENDED));
    }

    @Test
    void a_suspended_account_is_let_in_again() {
        failsAtEachCall(3, 0, standing(Standing.SUSPENDED, Standing.ACTIVE));
    }

    private Change standing(Standing from, Standing to) {
        return new Change() {
            @Override
            public void wish(Used of) {
                customers.standing(of.ann(), from);
                bench.worker().work();
                customers.standing(of.ann(), to);
            }

            @Override
            public void assertDone(Used of) {
                if (to == Standing.ACTIVE) assertThat(of.program().get("one")).isEqualTo("1");
                else assertThatThrownBy(() -> of.program().get("one")).isInstanceOf(AccessDenied.class);
                assertThat(keysOnEngine(of)).hasSize(CONSOLE_KEYS + 1);
            }
        };
    }

    /**
     * @param least so many calls at which the person was told
     * @param slow at which call it dawdles; 0 for none
     */
    private void failsAtEachCall(int least, int slow, Change change) {
        var told = 0;
        for (var call = 1; ; call++) {
            bench.begin();
            var of = used();
            change.wish(of);
            var failing = call;
            bench.at(call, Moment.BEFORE, () -> fail(failing, failing == slow));
            bench.worker().work();
            var failed = bench.reached(call);
            if (failed && isTold(of)) told++;
            recover();
            bench.clock().advance(LATER);
            bench.worker().work();
            await().atMost(PATIENCE).ignoreException(StoreUnavailable.class).untilAsserted(() -> change.assertDone(of));
            if (!failed) break;
        }
        assertThat(told).as("calls at which the person was told").isGreaterThanOrEqualTo(least);
    }

    private static void fail(int call, boolean slow) {
        if (slow) door.slow(TOO_SLOW);
        else if (call % 9 == 4) minio.kill();
        else door.busy();
    }

    private static void recover() {
        door.well();
        if (!minio.isRunning()) minio.startAgain();
    }

    /** What went wrong, and that it goes on by itself; nothing once it has been done before the failure. */
    private boolean isTold(Used of) {
        if (isGone(of)) return false;
        var problem = buckets.get(of.ann(), of.bucket().id()).problem();
        if (problem == null) return false;
        assertThat(problem).contains("engine", "again");
        return true;
    }

    private boolean isGone(Used of) {
        return bench.strings(
                        "select name from bucket where id = ? and purged_at is null",
                        of.bucket().id())
                .isEmpty();
    }

    private static List<String> keysOnEngine(Used of) {
        return minio.admin().keys(of.bucket().name()).stream()
                .map(KeyInfo::accessKeyId)
                .toList();
    }
}
