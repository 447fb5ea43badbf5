package io.bramble.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** People's programs with keys from the API: they do what the key may, and are refused what it may not. */
@ExtendWith(Stage.Setting.class)
@TestInstance(Lifecycle.PER_CLASS)
class ClientsIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration SOON = Duration.ofSeconds(5);

    private final Api api;
    private final JsonNode bucket;
    private final JsonNode other;
    private Terminal terminal;

    ClientsIT(Stage stage) {
        api = stage.newCustomer("clients");
        var suffix = UUID.randomUUID().toString().substring(0, 8);
        bucket = api.readyBucket("clients-" + suffix);
        other = api.readyBucket("other-" + suffix);
    }

    @BeforeEach
    void openTerminal() {
        terminal = Terminal.open();
    }

    @ParameterizedTest
    @EnumSource
    void a_program_puts_lists_gets_and_deletes(Program program) {
        terminal.needs(program.command());
        var content = new byte[3_000_000];
        new Random(7).nextBytes(content);
        terminal.write("a b.bin", content);
        with("read-write", key -> {
            run(program.setUp(key));
            run(program.put("a b.bin", key.bucket() + "/täglich/a b.bin"));
            assertThat(run(program.list(key.bucket() + "/täglich/"))).contains("a b.bin");
            run(program.get(key.bucket() + "/täglich/a b.bin", "back.bin"));
            assertThat(terminal.read("back.bin")).isEqualTo(content);
            run(program.delete(key.bucket() + "/täglich/a b.bin"));
            assertThat(run(program.list(key.bucket() + "/"))).doesNotContain("a b.bin");
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_key_does_not_open_another_bucket(Program program) {
        terminal.needs(program.command());
        terminal.write("stray.txt", new byte[] {1});
        with("read-write", key -> {
            run(program.setUp(key));
            var foreign = other.get("name").asString();
            terminal.run(program.list(foreign + "/")).refused(program.denied());
            terminal.run(program.put("stray.txt", foreign + "/stray.txt"))
                    .refused(program.denied(), "Insufficient permissions");
        });
        assertThat(objectsIn(other)).isEmpty();
    }

    @Test
    void a_read_only_key_lists_and_downloads_and_changes_nothing() {
        terminal.write("kept.txt", "kept".getBytes(UTF_8));
        with("read-write", key -> run(aws(key) + "aws s3 cp kept.txt s3://$BUCKET/read/kept.txt"));
        with("read-only", key -> {
            run(aws(key) + "aws s3 cp s3://$BUCKET/read/kept.txt back.txt");
            terminal.run(aws(key) + "aws s3 cp kept.txt s3://$BUCKET/read/new.txt")
                    .refused("AccessDenied");
            terminal.run(aws(key) + "aws s3 rm s3://$BUCKET/read/kept.txt").refused("AccessDenied");
            assertThat(run(aws(key) + "aws s3 ls s3://$BUCKET/read/"))
                    .contains("kept.txt")
                    .doesNotContain("new.txt");
        });
    }

    @Test
    void a_write_only_key_uploads_and_sees_nothing() {
        terminal.write("secret.txt", "secret".getBytes(UTF_8));
        with("write-only", key -> {
            run(aws(key) + "aws s3 cp secret.txt s3://$BUCKET/drop/secret.txt");
            terminal.run(aws(key) + "aws s3 ls s3://$BUCKET/drop/").refused("AccessDenied");
            terminal.run(aws(key) + "aws s3api get-object --bucket $BUCKET --key drop/secret.txt back.txt")
                    .refused("AccessDenied");
        });
        assertThat(objectsIn(bucket)).contains("drop/secret.txt");
    }

    @Test
    void a_key_with_a_prefix_stays_below_it() {
        terminal.write("report.txt", "report".getBytes(UTF_8));
        with("read-write", Map.of("prefix", "backups/"), key -> {
            run(aws(key) + "aws s3 cp report.txt s3://$BUCKET/backups/report.txt");
            assertThat(run(aws(key) + "aws s3 ls s3://$BUCKET/backups/")).contains("report.txt");
            terminal.run(aws(key) + "aws s3 cp report.txt s3://$BUCKET/elsewhere.txt")
                    .refused("AccessDenied");
            terminal.run(aws(key) + "aws s3 ls s3://$BUCKET/").refused("AccessDenied");
        });
    }

    @Test
    void a_revoked_key_is_refused_within_five_seconds() {
        var key = api.key(bucket, "read-write");
        var link = signedLink(key);
        assertThat(status(link)).isEqualTo(200);
        api.revoke(key);
        awaitRefusal(link, SOON);
        terminal.run(aws(key) + "aws s3 ls s3://$BUCKET/").refused("InvalidAccessKeyId");
    }

    @Test
    void an_expired_key_is_refused() {
        var end = Instant.now().plusSeconds(20);
        with("read-write", Map.of("expiresAt", end.toString()), key -> {
            var link = signedLink(key);
            assertThat(status(link)).isEqualTo(200);
            awaitRefusal(link, Duration.between(Instant.now(), end).plus(SOON));
        });
    }

    @Test
    void what_would_exceed_the_limit_is_refused_and_not_kept() {
        terminal.write("large.bin", new byte[200_000]);
        api.put("/buckets/" + Api.id(other) + "/quota", Map.of("bytes", 100_000))
                .expect(200);
        var key = api.key(other, "read-write");
        await("the limit reaches the engine").atMost(SOON.multipliedBy(2)).untilAsserted(() -> terminal.run(
                        aws(key) + "aws s3 cp large.bin s3://$BUCKET/large.bin")
                .refused("quota"));
        assertThat(objectsIn(other)).isEmpty();
        api.delete("/buckets/" + Api.id(other) + "/quota").expect(200);
        api.revoke(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a//b", "/leading", "🌿 leaf.txt", "percent%20 plus+.txt"})
    void an_awkward_name_is_kept_as_it_is(String name) {
        terminal.write("body.txt", name.getBytes(UTF_8));
        with("read-write", key -> {
            var at = " --bucket $BUCKET --key '" + name + "' ";
            run(aws(key) + "aws s3api put-object" + at + "--body body.txt");
            run(aws(key) + "aws s3api get-object" + at + "back.txt");
            assertThat(terminal.read("back.txt")).isEqualTo(name.getBytes(UTF_8));
            assertThat(objectsIn(bucket)).contains(name);
            run(aws(key) + "aws s3api delete-object" + at);
        });
    }

    @Test
    void a_name_that_climbs_out_of_the_bucket_is_refused() {
        terminal.write("body.txt", new byte[] {1});
        with("read-write", key -> terminal.run(
                        aws(key) + "aws s3api put-object --bucket $BUCKET --key ../../etc/passwd --body body.txt")
                .refused("InvalidURI"));
    }

    @Test
    void a_name_of_1025_bytes_is_refused_in_clear_words() {
        with("read-write", key -> terminal.run(
                        aws(key) + "aws s3api put-object --bucket $BUCKET --key " + "k".repeat(1025))
                .refused("KeyTooLong"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws", "mc", "rclone"})
    void the_lines_of_the_guide_work_when_pasted(String program) {
        terminal.needs(program);
        terminal.write("holiday.jpg", new byte[] {1, 2, 3});
        terminal.write("pictures/one.jpg", new byte[] {4});
        with("read-write", key -> {
            var lines = Guide.lines(program, key)
                    .replace("--expires-in 3600", "--expires-in 3600 > link.txt")
                    .replaceFirst("(?m)^rclone mount .*$", "");
            run(lines);
            if (program.equals("aws")) {
                run("curl --fail --silent \"$(cat link.txt)\" --output back.jpg");
                assertThat(terminal.read("back.jpg")).containsExactly(1, 2, 3);
            }
        });
        assertThat(objectsIn(bucket)).contains("pictures/one.jpg");
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "BRAMBLE_PYTHON", matches = ".+", disabledReason = "bin/test finds one")
    void the_python_of_the_guide_works_when_pasted() {
        terminal.write("holiday.jpg", new byte[] {1, 2, 3});
        with("read-write", key -> {
            terminal.write("program.py", Guide.lines("Python", key).getBytes(UTF_8));
            assertThat(run("\"$BRAMBLE_PYTHON\" program.py")).contains("2026/holiday.jpg 3");
        });
    }

    /** Signing asks nobody, so the link tells at once whether the key still works. */
    private URI signedLink(Key key) {
        terminal.write("linked.txt", new byte[] {1});
        return URI.create(run(aws(key) + """
                aws s3 cp --quiet linked.txt s3://$BUCKET/linked.txt
                aws s3 presign s3://$BUCKET/linked.txt
                """).strip());
    }

    private static void awaitRefusal(URI link, Duration patience) {
        await().atMost(patience).until(() -> status(link) == 403);
    }

    private static int status(URI link) {
        try {
            return HTTP.send(HttpRequest.newBuilder(link).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private interface Deed {
        void with(Key key);
    }

    private void with(String permission, Deed deed) {
        with(permission, Map.of(), deed);
    }

    /** A key is taken back after use: a plan has room for ten. */
    private void with(String permission, Map<String, String> wishes, Deed deed) {
        var key = api.key(bucket, permission, wishes);
        try {
            deed.with(key);
        } finally {
            api.revoke(key);
        }
    }

    private String run(String lines) {
        return terminal.run(lines).succeeded().output();
    }

    private static String aws(Key key) {
        return Program.AWS.setUp(key) + "\nBUCKET=" + key.bucket() + "\n";
    }

    private Stream<String> objectsIn(JsonNode place) {
        var key = api.key(place, "read-only");
        try {
            return run(aws(key) + "aws s3api list-objects-v2 --bucket $BUCKET --query 'Contents[].[Key]' --output text")
                    .lines()
                    .filter(line -> !line.equals("None"));
        } finally {
            api.revoke(key);
        }
    }
}
