package io.bramble.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Work in the background as people see it: pushed to the open page, there again after a reload, undone and dismissed. */
@ExtendWith(Stage.Setting.class)
class JobsJourneyIT {
    private static final String FILES = "mkdir -p many && cd many && for n in $(seq 12); do echo $n > $n.txt; done";

    private final Stage stage;

    JobsJourneyIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void a_deletion_is_announced_and_taken_back_and_what_failed_can_be_read_after_a_reload() {
        try (var scene = Scene.open(stage, ScreenshotsIT.Look.LIGHT)) {
            var strip = scene.strip();
            scene.begin(Map.of("kind", "delete", "folders", List.of("many/")));
            assertThat(strip).containsText("About to delete many/");
            scene.inspect("jobs-waiting");
            Visitor.buttonIn(strip, "Undo").click();
            assertThat(strip).isHidden();
            scene.begin(Map.of("kind", "copy", "files", List.of("many/1.txt", "many/gone.txt"), "to", "copies/"));
            assertThat(strip).containsText("Not all done: copying 1.txt and 1 more to copies/");
            scene.visitor().page().reload();
            scene.visitor().settle();
            assertThat(strip).containsText("1 failed");
            scene.inspect("jobs-failed");
            Visitor.buttonIn(strip, "Show what failed").click();
            assertThat(scene.visitor().dialog("What failed")).containsText("many/gone.txt");
            scene.inspect("jobs-failures");
            Visitor.buttonIn(scene.visitor().dialog("What failed"), "Close").click();
            Visitor.buttonIn(strip, "Dismiss").click();
            assertThat(strip).isHidden();
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_strip_fits_every_look(ScreenshotsIT.Look look) {
        try (var scene = Scene.open(stage, look)) {
            scene.begin(Map.of("kind", "copy", "files", List.of("many/gone.txt"), "to", "copies/"));
            assertThat(scene.strip()).containsText("failed");
            scene.begin(Map.of("kind", "delete", "folders", List.of("many/")));
            assertThat(scene.strip()).containsText("About to delete");
            scene.inspect("jobs-strip");
        }
    }

    /** A bucket with some files, open in a browser. */
    private record Scene(Api api, JsonNode bucket, Visitor visitor, ScreenshotsIT.Look look) implements AutoCloseable {
        static Scene open(Stage stage, ScreenshotsIT.Look look) {
            var email = "jobs-" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
            stage.platform().people().add(email, "jobs", Stage.PASSWORD);
            var visitor = stage.visitor(look::on);
            visitor.signIn(email, Stage.PASSWORD);
            var api = new Api(stage.platform().consoleUrl(), visitor.createToken());
            var bucket = api.readyBucket("jobs-" + UUID.randomUUID().toString().substring(0, 8));
            var key = api.key(bucket, "read-write");
            var terminal = Terminal.open();
            terminal.run(FILES).succeeded();
            terminal.run(Program.RCLONE.setUp(key)).succeeded();
            terminal.run("rclone copy --no-traverse many bramble:" + key.bucket() + "/many")
                    .succeeded();
            visitor.open("/console/b/" + bucket.get("namespace").asString() + "/"
                    + bucket.get("name").asString() + "/files");
            return new Scene(api, bucket, visitor, look);
        }

        Locator strip() {
            return visitor.page()
                    .getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Work in the background"));
        }

        void begin(Map<String, Object> wish) {
            api.post("/buckets/" + Api.id(bucket) + "/jobs", wish).expect(202);
        }

        void inspect(String name) {
            visitor.settle();
            ScreenshotsIT.inspect(visitor, look, name);
        }

        @Override
        public void close() {
            visitor.close();
        }
    }
}
