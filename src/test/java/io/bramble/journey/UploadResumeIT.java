package io.bramble.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bramble.local.LocalPlatform;
import io.bramble.storage.MinioServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * Uploads that a page did not bring to its end go on in another one, on a real MinIO server. With
 * {@code -Dbramble.journey.large-mib=2048} the large file is as large.
 */
@EnabledIfEnvironmentVariable(named = MinioServer.EXECUTABLE, matches = ".+")
class UploadResumeIT extends UploadJourney {
    private static final long LARGE_MIB = Long.getLong("bramble.journey.large-mib", 128);
    private static final int PARTS = (int) (LARGE_MIB / (LARGE_MIB < 1024 ? 8 : 16));
    private static final int FILM_MIB = 64;

    UploadResumeIT() {
        super(LocalPlatform.sharedOnMinio());
    }

    @Test
    void after_the_browser_was_killed_the_file_is_given_again_and_no_part_is_sent_twice() throws Exception {
        var film = given.large("film.bin", LARGE_MIB);
        gate.slow(10 * MIB);
        uploading.files().give(film);
        var taken = awaitTaken(PARTS * 2 / 5);
        comeBackAfterTheKill();
        uploading.files().give(film);
        uploading.files().awaitWords("1 file uploaded");
        assertNothingSentTwice(taken, PARTS);
        assertThat(stored()).isEqualTo(Manifest.of(given));
    }

    @Test
    void after_the_browser_was_killed_a_picked_file_goes_on_by_one_click() throws Exception {
        var originals = new OriginFiles(uploading.page());
        originals.copy(given.large("picked.bin", FILM_MIB), given.small("picked.txt", 1000));
        originals.choose("picked.bin", "picked.txt");
        gate.slow(3 * MIB);
        uploading.files().pick("Files…");
        var taken = awaitTaken(3);
        comeBackAfterTheKill();
        uploading.files().order("Resume").click();
        uploading.files().awaitUploaded();
        assertNothingSentTwice(taken, FILM_MIB / 8);
        assertThat(stored()).isEqualTo(Manifest.of(given));
    }

    @Test
    void after_a_reload_a_picked_folder_goes_on_by_one_click() throws Exception {
        for (var number = 0; number < 300; number++)
            given.small("album/%d/é %d.txt".formatted(number % 7, number), number);
        given.large("album/films/first.bin", FILM_MIB);
        var originals = new OriginFiles(uploading.page());
        originals.copyFolder(given.resolve("album"));
        originals.choose("album");
        gate.slow(3 * MIB);
        uploading.files().pick("Folder…");
        var taken = awaitTaken(3);
        uploading.page().reload();
        gate.slow(Long.MAX_VALUE);
        uploading.files().order("Resume").click();
        uploading.files().awaitUploaded();
        assertNothingSentTwice(taken, FILM_MIB / 8);
        assertThat(stored()).isEqualTo(Manifest.of(given));
    }

    @Test
    void after_it_was_cleared_away_the_same_file_begins_anew() throws Exception {
        var film = given.large("film.bin", FILM_MIB);
        gate.slow(3 * MIB);
        uploading.files().give(film);
        letItBeClearedAway();
        assertThat(uploading.files().tray()).containsText("An upload was interrupted");
        uploading.files().give(film);
        uploading.files().awaitWords("1 file uploaded");
        assertThat(stored()).isEqualTo(Manifest.of(given));
        uploading.openFiles();
        assertThat(uploading.files().tray()).not().containsText("interrupted");
    }

    @Test
    void after_it_was_cleared_away_what_the_browser_can_open_begins_anew_by_one_click() throws Exception {
        var originals = new OriginFiles(uploading.page());
        originals.copy(given.large("late.bin", FILM_MIB), given.small("late.txt", 1000));
        originals.choose("late.bin", "late.txt");
        gate.slow(3 * MIB);
        uploading.files().pick("Files…");
        letItBeClearedAway();
        uploading.files().order("Resume").click();
        uploading.files().awaitUploaded();
        assertThat(stored()).isEqualTo(Manifest.of(given));
    }

    private void comeBackAfterTheKill() {
        uploading.killBrowserAndComeBack();
        gate.slow(Long.MAX_VALUE);
        assertThat(uploading.files().tray()).containsText("An upload was interrupted");
    }

    /** Four days pass, of which the last brings the hourly clean-up. */
    private void letItBeClearedAway() {
        uploading.files().awaitPercent(20);
        uploading.leave();
        gate.slow(Long.MAX_VALUE);
        database.sql("update upload set expires_at = now() - interval '5 days' where bucket_id = ?::uuid")
                .param(uploading.bucketId())
                .update();
        database.sql("update scheduled_tasks set execution_time = now() where task_name = 'forget-uploads'")
                .update();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(remembered()).isEmpty());
        uploading.openFiles();
    }

    private List<String> remembered() {
        return database.sql("select id::text from upload where bucket_id = ?::uuid")
                .param(uploading.bucketId())
                .query(String.class)
                .list();
    }
}
