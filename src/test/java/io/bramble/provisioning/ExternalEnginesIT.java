package io.bramble.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.bramble.ModuleTest;
import io.bramble.account.InvalidField;
import io.bramble.account.NotAllowed;
import io.bramble.account.Operator;
import io.bramble.account.Standing;
import io.bramble.bucket.BucketState;
import io.bramble.bucket.Customers;
import io.bramble.storage.Credentials;
import io.bramble.storage.MinioServer;
import io.bramble.storage.SecretKey;
import io.minio.admin.MinioAdminClient;
import io.minio.admin.UserInfo;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real MinIO server becomes an engine, by an operator who types its address. */
@ModuleTest
@Import(Customers.class)
@EnabledIfEnvironmentVariable(named = MinioServer.EXECUTABLE, matches = ".+")
class ExternalEnginesIT {
    private static final Operator OPERATOR = new Operator("op@example.org", Set.of("operator"));

    @TempDir
    private Path folder;

    private MinioServer minio;

    @Autowired
    ExternalEngines external;

    @Autowired
    Engines engines;

    @Autowired
    EnginePass pass;

    @Autowired
    EngineRows rows;

    @Autowired
    Customers customers;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void startMinio() throws Exception {
        minio = MinioServer.start(folder);
    }

    @AfterEach
    void forgetTheServer() {
        jdbc.sql("update engine set desired = 'STOPPED' where endpoint is not null")
                .update();
        jdbc.sql("update storage_cluster set name = id::text where driver = 'EXTERNAL'")
                .update();
        jdbc.sql("update engine set takes_new = true").update();
        minio.close();
    }

    @Test
    void a_server_that_was_tried_out_takes_new_buckets_and_real_keys_open_them() {
        var checkup = external.check(OPERATOR, wish());
        assertThat(checkup.identity()).isEqualTo(minio.admin().identity());
        assertThat(checkup.freeBytes()).isBetween(1L, checkup.capacityBytes());
        assertThat(checkup.warnings())
                .anyMatch(warning -> warning.contains("no TLS"))
                .anyMatch(warning -> warning.startsWith("CVE-2026-40344"));
        assertThat(minio.admin().buckets()).as("left by the trial").isEmpty();

        var id = external.add(OPERATOR, wish());
        assertThat(view(id).state()).isEqualTo(EngineView.State.READY);
        assertThat(view(id).endpoint()).isEqualTo(minio.endpoint().toString());
        engines.list(OPERATOR).stream()
                .filter(engine -> !engine.id().equals(id))
                .forEach(engine -> external.takesNew(OPERATOR, engine.id(), false));

        assertThat(engines.endpoints()).contains(minio.endpoint().toString());
        var ada = customers.arrive("ada");
        var bucket = customers.ready(ada, "photos");
        assertThat(bucket.endpoint()).isEqualTo(minio.endpoint().toString());
        assertThat(minio.admin().buckets()).contains(bucket.name());
        var program = customers.program(ada, bucket);
        program.put("hello.txt", "hello");
        assertThat(program.get("hello.txt")).isEqualTo("hello");

        external.takesNew(OPERATOR, id, false);
        assertThat(customers.ready(ada, "again").endpoint())
                .as("a namespace lives on one engine")
                .isEqualTo(minio.endpoint().toString());
        customers.awaitState(ada, bucket.id(), BucketState.READY);
    }

    @Test
    void what_was_typed_wrong_is_said_at_its_field() throws Exception {
        refused(
                wish(
                        "x",
                        minio.endpoint().toString(),
                        new Credentials(minio.root().accessKeyId(), SecretKey.of("wrong-secret"))),
                "rootSecret");
        refused(
                wish("x", minio.endpoint().toString(), new Credentials("nobody", SecretKey.of("wrong-secret"))),
                "rootSecret");
        refused(wish("x", "http://127.0.0.1:" + freePort(), minio.root()), "endpoint");
        refused(wish("x", "http://no-such-host.invalid:9000", minio.root()), "endpoint");
        refused(wish("x", minio.endpoint().toString().replace("http:", "https:"), minio.root()), "endpoint");
        assertThat(engines.list(OPERATOR)).noneMatch(engine -> engine.cluster().equals("x"));
    }

    @Test
    void what_others_did_to_a_server_is_told_to_operators_at_the_next_pass_and_ours_is_put_right() throws Exception {
        var id = external.add(OPERATOR, wish());
        engines.list(OPERATOR).stream()
                .filter(engine -> !engine.id().equals(id))
                .forEach(engine -> external.takesNew(OPERATOR, engine.id(), false));
        var ada = customers.arrive("ada");
        var bucket = customers.ready(ada, "photos");
        look(id);
        assertThat(view(id).warnings())
                .as("holes in this server")
                .singleElement()
                .asString()
                .contains("CVE-2026-40344");

        var root = minio.root();
        var foreign = MinioAdminClient.builder()
                .endpoint(minio.endpoint().toString())
                .credentials(root.accessKeyId(), root.secretKey().reveal())
                .build();
        foreign.addUser("somebody", UserInfo.Status.ENABLED, "somebodys-secret", null, List.of());
        foreign.addCannedPolicy("p-" + bucket.name() + "-ro", """
                {"Version": "2012-10-17", "Statement": [
                  {"Effect": "Allow", "Action": ["s3:*"], "Resource": ["arn:aws:s3:::*"]}]}""");
        look(id);
        assertThat(view(id).warnings().getFirst())
                .contains("Users that Bramble did not make: somebody.")
                .contains("Changed by somebody else: policy p-" + bucket.name() + "-ro.");

        customers.standing(ada, Standing.WARNED); // wakes the bucket
        await().atMost(Duration.ofSeconds(10))
                .until(() -> minio.admin().drift().changed().isEmpty());
        foreign.deleteUser("somebody");
        look(id);
        assertThat(view(id).warnings()).hasSize(1);
    }

    private void look(UUID id) {
        pass.one(rows.find(id).orElseThrow());
    }

    @Test
    void one_store_is_one_engine() {
        external.add(OPERATOR, wish());
        refused(wish("another name", minio.endpoint().toString(), minio.root()), "endpoint");
        assertThat(engines.list(OPERATOR)).hasSize(2); // with the embedded one
    }

    @Test
    void only_operators_add_engines() {
        assertThatThrownBy(() -> external.add(new Operator("s@example.org", Set.of("support")), wish()))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void new_credentials_replace_old_ones_when_they_work() {
        var id = external.add(OPERATOR, wish());
        assertThatThrownBy(() ->
                        external.credentials(OPERATOR, id, minio.root().accessKeyId(), SecretKey.of("wrong-secret")))
                .isInstanceOf(InvalidField.class);
        assertThat(engines.admin(id).health().ok()).isTrue();
        external.credentials(
                OPERATOR, id, minio.root().accessKeyId(), minio.root().secretKey());
        await().atMost(Duration.ofSeconds(5))
                .until(() -> engines.admin(id).health().ok());
        assertThat(jdbc.sql("select root_secret_enc::text from engine where id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .doesNotContain(minio.root().secretKey().reveal());
    }

    private void refused(NewEngine wish, String field) {
        assertThatThrownBy(() -> external.add(OPERATOR, wish)).isInstanceOfSatisfying(InvalidField.class, refusal -> {
            assertThat(refusal.field()).isEqualTo(field);
            assertThat(refusal.getMessage())
                    .doesNotContain(minio.root().secretKey().reveal());
        });
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private EngineView view(UUID id) {
        return engines.list(OPERATOR).stream()
                .filter(engine -> engine.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private NewEngine wish() {
        return wish("rack", minio.endpoint().toString(), minio.root());
    }

    private static NewEngine wish(String name, String endpoint, Credentials root) {
        return new NewEngine(name, endpoint, "", "", root.accessKeyId(), root.secretKey());
    }
}
