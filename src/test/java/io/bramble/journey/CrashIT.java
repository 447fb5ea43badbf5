package io.bramble.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bramble.local.LocalPlatform;
import io.bramble.local.LocalPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/** Bramble killed in the middle of its work: started again it ends where it would have, and does nothing twice. */
@ExtendWith(Stage.Setting.class)
@TestInstance(Lifecycle.PER_CLASS)
class CrashIT {
    // A killed worker counts as dead after 30 s without a heartbeat; only then others take its work.
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int OBJECTS = 2_500;
    private static final int IN_FOLDER = Integer.getInteger("bramble.crash.objects", 2_500);

    private final LocalPlatform platform;
    private final Stage stage;
    private final JdbcClient database;
    private Api api;
    private String suffix;

    CrashIT(Stage stage) {
        this.stage = stage;
        platform = stage.platform();
        var postgres = platform.postgres();
        database = JdbcClient.create(new DriverManagerDataSource(
                postgres.url("bramble"), LocalPostgres.OWNER, postgres.password(LocalPostgres.OWNER)));
    }

    @BeforeEach
    void arrive() {
        api = stage.newCustomer("crash");
        suffix = UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void killed_while_it_makes_buckets_it_makes_each_of_them_once() throws IOException {
        var first = api.readyBucket("first-" + suffix);
        var names =
                Stream.of("one-", "two-", "three-").map(name -> name + suffix).toList();
        var asked = names.stream().map(this::ask).toList();
        var issued = api.post("/buckets/" + Api.id(first) + "/keys", Map.of("name", "k", "permission", "read-write"))
                .expect(201);
        killAndStart();
        for (var bucket : asked) api.awaitState(bucket, "READY");
        assertThat(names.stream().map(this::ask).map(Api::id))
                .as("the same requests again")
                .isEqualTo(asked.stream().map(Api::id).toList());
        assertThat(bucketNames())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(Stream.of("first-" + suffix), names.stream())
                        .toList());
        awaitWorking(Key.of(first, issued));
        awaitWorking(api.key(asked.getLast(), "read-write"));
    }

    @Test
    void killed_while_a_bucket_is_cut_off_it_cuts_all_access_and_can_restore_it() throws IOException {
        var bucket = api.readyBucket("cut-" + suffix);
        var key = api.key(bucket, "read-write");
        awaitWorking(key);
        api.delete("/buckets/" + Api.id(bucket) + "?name=cut-" + suffix).expect(202);
        killAndStart();
        await().atMost(PATIENCE).until(() -> !works(key));
        api.post("/buckets/" + Api.id(bucket) + "/restore", Map.of()).expect(202);
        api.awaitState(bucket, "READY");
        awaitWorking(key);
    }

    @Test
    void killed_while_a_bucket_is_purged_it_removes_the_rest_and_nothing_else() throws IOException {
        var kept = api.readyBucket("kept-" + suffix);
        var keyOfKept = api.key(kept, "read-write");
        var doomed = api.readyBucket("doomed-" + suffix);
        fill(api.key(doomed, "read-write"), "", OBJECTS);
        api.delete("/buckets/" + Api.id(doomed) + "?name=doomed-" + suffix).expect(202);
        letPurge(doomed);
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> is("purge_started_at", doomed));
        platform.killBramble();
        assertThat(is("purged_at", doomed)).as("purged before the kill").isFalse();
        platform.startBramble();
        await().atMost(PATIENCE.multipliedBy(2)).until(() -> is("purged_at", doomed));
        api.get("/buckets/" + Api.id(doomed)).expect(404);
        assertThat(bucketNames()).containsExactly("kept-" + suffix);
        assertNothingLeftOf("doomed-" + suffix, "kept-" + suffix);
        awaitWorking(keyOfKept);
        api.readyBucket("doomed-" + suffix); // its name is free again
    }

    @Test
    void killed_while_it_deletes_a_folder_it_deletes_the_rest_and_counts_each_object_once() throws IOException {
        var bucket = api.readyBucket("folder-" + suffix);
        var key = api.key(bucket, "read-write");
        awaitWorking(key);
        fill(key, "/many", IN_FOLDER);
        var wish = Map.<String, Object>of("kind", "delete", "folders", List.of("many/"));
        var begun = api.post("/buckets/" + Api.id(bucket) + "/jobs", wish).expect(202);
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> job(begun).get("total").asLong() > 0);
        platform.killBramble();
        assertThat(ended(begun)).as("ended before the kill").isFalse();
        platform.startBramble();
        await().atMost(PATIENCE.multipliedBy(4)).until(() -> ended(begun));
        var job = job(begun);
        assertThat(job.get("state").asString()).isEqualTo("DONE");
        assertThat(job.get("done").asLong()).isEqualTo(IN_FOLDER);
        awaitWorking(key);
    }

    private boolean ended(JsonNode job) {
        return database.sql("select ended_at is not null from object_job where id = ?")
                .param(UUID.fromString(Api.id(job)))
                .query(Boolean.class)
                .single();
    }

    private JsonNode job(JsonNode begun) {
        return api.get("/jobs/" + Api.id(begun)).expect(200).get("job");
    }

    /** The bucket that was kept shows that we look where buckets are. */
    private void assertNothingLeftOf(String doomed, String kept) {
        var engine = platform.folder().resolve("engine");
        assertThat(engine.resolve("buckets"))
                .isDirectoryContaining("glob:**/" + kept)
                .isDirectoryNotContaining("glob:**/" + doomed);
        assertThat(engine.resolve("trash")).isEmptyDirectory();
        assertThat(engine.resolve("identities.json")).content().contains(kept).doesNotContain(doomed);
    }

    private JsonNode ask(String name) {
        return api.post("/buckets", Map.of("name", name), "Idempotency-Key", name)
                .expect(202);
    }

    private void killAndStart() throws IOException {
        platform.killBramble();
        platform.startBramble();
    }

    /** Moves the end of the time to restore, and wakes as Bramble does, for the pass that cuts may be under way still. */
    private void letPurge(JsonNode bucket) {
        var id = UUID.fromString(Api.id(bucket));
        database.sql("update bucket set purge_after = now(), wakes = wakes + 1 where id = ?")
                .param(id)
                .update();
        database.sql("update scheduled_tasks set execution_time = now() where task_instance = ? and not picked")
                .param(id.toString())
                .update();
    }

    private boolean is(String moment, JsonNode bucket) {
        return database.sql("select " + moment + " is not null from bucket where id = ?")
                .param(UUID.fromString(Api.id(bucket)))
                .query(Boolean.class)
                .single();
    }

    private List<String> bucketNames() {
        return api.get("/buckets")
                .expect(200)
                .get("items")
                .valueStream()
                .map(bucket -> bucket.get("name").asString())
                .toList();
    }

    private static void fill(Key key, String folder, int objects) {
        var terminal = Terminal.open();
        terminal.run("mkdir many; cd many; for n in $(seq " + objects + "); do echo $n > $n; done")
                .succeeded();
        terminal.run(Program.RCLONE.setUp(key)).succeeded();
        terminal.run("rclone copy --transfers 16 --no-traverse --s3-no-head many bramble:" + key.bucket() + folder)
                .succeeded();
    }

    private static void awaitWorking(Key key) {
        await().atMost(PATIENCE).until(() -> works(key));
    }

    private static boolean works(Key key) {
        var terminal = Terminal.open();
        terminal.write("canary.txt", new byte[] {1});
        terminal.run(Program.AWS.setUp(key)).succeeded();
        return terminal.run(Program.AWS.put("canary.txt", key.bucket() + "/canary.txt"))
                        .status()
                == 0;
    }
}
