package io.bramble.ui.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bramble.bucket.BucketState;
import io.bramble.bucket.BucketView;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
    private static final BucketView PHOTOS = new BucketView(
            UUID.randomUUID(),
            UUID.randomUUID(),
            "anna",
            "photos",
            BucketState.READY,
            5,
            5,
            "",
            null,
            "https://anna.s3.example.org",
            "https://anna.s3.example.org/photos",
            "us-east-1",
            null,
            Instant.EPOCH,
            null,
            0,
            Map.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b.txt",
                "$(touch x).txt",
                "it's `that`",
                "a\nb",
                "quote\"'<>&;|",
                "back\\slash",
                "-rf",
                "!history",
                "~",
                "*?[a]",
                "😀 \u202egpj"
            })
    void a_shell_hands_each_program_the_key_as_it_is(String key) throws Exception {
        var row = new Row("may/" + key, 4, Row.Kind.FILE, 1, Instant.EPOCH);
        var lines = Commands.download(PHOTOS, List.of(row));
        assertThat(arguments(lines.get("aws"))).endsWith("s3", "cp", "s3://photos/may/" + key, "./" + key);
        assertThat(arguments(lines.get("mc"))).containsExactly("mc", "cp", "bramble/photos/may/" + key, "./" + key);
        assertThat(arguments(lines.get("rclone")))
                .containsExactly("rclone", "copyto", "bramble:photos/may/" + key, "./" + key);
    }

    @Test
    void a_folder_is_fetched_with_all_that_is_in_it() {
        var lines = Commands.download(PHOTOS, List.of(Row.folder("2026/may/", 5)));
        assertThat(lines.get("aws"))
                .isEqualTo(
                        "aws --endpoint-url https://anna.s3.example.org s3 cp --recursive s3://photos/2026/may/ ./may/");
        assertThat(lines.get("mc")).isEqualTo("mc cp --recursive bramble/photos/2026/may/ ./may/");
        assertThat(lines.get("rclone")).isEqualTo("rclone copy bramble:photos/2026/may/ ./may/");
    }

    @Test
    void a_name_that_leads_out_of_the_folder_is_not_taken_for_the_copy() {
        var row = new Row("a/..", 2, Row.Kind.FILE, 1, Instant.EPOCH);
        assertThat(Commands.download(PHOTOS, List.of(row)).get("mc")).isEqualTo("mc cp bramble/photos/a/.. ./file");
    }

    /** What a program would be handed, as a real shell reads the line. */
    private static List<String> arguments(String line) throws IOException, InterruptedException {
        var shell = new ProcessBuilder("sh", "-c", "printf '%s\\0' " + line).start();
        var output = new String(shell.getInputStream().readAllBytes(), UTF_8);
        assertThat(shell.waitFor()).isZero();
        return List.of(output.split("\0"));
    }
}
