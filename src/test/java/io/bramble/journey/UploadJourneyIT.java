package io.bramble.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import io.bramble.local.LocalPlatform;
import io.bramble.storage.MinioServer;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * Uploads on a real MinIO server, whatever happens to the network, the store, the ticket. With
 * {@code -Dbramble.journey.files=10000 -Dbramble.journey.dropped=100000} the folder and the drop are as large.
 */
@EnabledIfEnvironmentVariable(named = MinioServer.EXECUTABLE, matches = ".+")
class UploadJourneyIT extends UploadJourney {
    private static final int FILES = Integer.getInteger("bramble.journey.files", 2_500);
    private static final int DROPPED = Integer.getInteger("bramble.journey.dropped", 10_000);
    private static final int MOST_ROWS = 201;
    private static final int FILM_MIB = 64;
    private static final int PARTS = FILM_MIB / 8;
    private static final int FILMS = 9;
    private static final int AT_ONCE = 6;
    private static final Pattern CARRIER = Pattern.compile("/carrier-worker-[^/]+\\.js");
    private static final String SILENCE =
            "() => { ReadableStreamBYOBReader.prototype.read = () => new Promise(() => {}) }";
    private static final long CUT_NANOS = 20_000_000_000L;

    UploadJourneyIT() {
        super(LocalPlatform.sharedOnMinio());
    }

    @Test
    void a_dropped_folder_of_thousands_of_files_and_empty_folders_arrives_complete() throws Exception {
        for (var number = 0; number < FILES; number++)
            given.small("many/d%02d/e%d/file %05d é.bin".formatted(number % 40, number % 3, number), number % 3000);
        for (var name : new String[] {"empty", "a/b/c/deep", "d00/empty too"}) given.emptyFolder("many/" + name);
        uploading.files().drop(given.resolve("many"));
        uploading.files().awaitWords("%,d items uploaded".formatted(FILES + 3));
        assertThat(stored()).isEqualTo(Manifest.of(given));
        uploading.visitor().hasNothingToComplainAbout();
    }

    @Test
    void a_network_that_is_cut_for_twenty_seconds_costs_nothing_but_time() throws Exception {
        var film = given.large("film.bin", FILM_MIB);
        var note = given.small("note.txt", 1000);
        gate.slow(3 * MIB);
        uploading.files().give(film, note);
        uploading.files().awaitPercent(20);
        gate.shut();
        LockSupport.parkNanos(CUT_NANOS);
        gate.slow(Long.MAX_VALUE);
        gate.reopen();
        uploading.files().awaitWords("2 files uploaded");
        assertThat(gate.parts().size()).isLessThanOrEqualTo(PARTS + AT_ONCE);
        assertThat(stored()).isEqualTo(Manifest.of(given));
    }

    @Test
    void a_browser_whose_stream_never_answers_is_read_in_another_way() throws Exception {
        uploading.files().give(given.small("note.txt", 1000));
        uploading.files().awaitWords("1 file uploaded");
        uploading.page().workers().getFirst().evaluate(SILENCE);
        uploading.files().give(given.large("film.bin", FILM_MIB));
        uploading.files().awaitWords("64.0 MiB stored");
        assertThat(stored()).isEqualTo(Manifest.of(given));
    }

    @Test
    void a_script_that_does_not_load_is_said_and_retried() throws Exception {
        uploading.page().route(CARRIER, Route::abort);
        uploading.openFiles();
        uploading.files().give(given.large("film.bin", FILM_MIB), given.small("note.txt", 1000));
        uploading.files().awaitWords("A part of this page did not load.");
        uploading.page().unroute(CARRIER);
        uploading.files().order("Retry failed").click();
        uploading.files().awaitWords("2 files uploaded");
        assertThat(stored()).isEqualTo(Manifest.of(given));
    }

    @Test
    void a_store_that_is_killed_in_the_middle_and_comes_back_gets_the_rest() throws Exception {
        sendAFifthOfTheFilm();
        platform.restartStore();
        gate.slow(Long.MAX_VALUE);
        uploading.files().awaitWords("1 file uploaded");
        assertThat(stored()).isEqualTo(Manifest.of(given));
    }

    @Test
    void a_ticket_that_ends_in_the_middle_is_renewed_by_whoever_is_signed_in() throws Exception {
        sendAFifthOfTheFilm();
        database.sql("update upload set expires_at = now() - interval '1 minute' where ended_at is null")
                .update();
        gate.slow(Long.MAX_VALUE);
        uploading.files().awaitWords("1 file uploaded");
        assertThat(stored()).isEqualTo(Manifest.of(given));
    }

    @Test
    void two_tabs_with_the_same_folder_take_turns_and_nothing_is_doubled() throws Exception {
        for (var number = 0; number < 200; number++) given.small("twice/file-" + number, 20_000);
        given.large("twice/film.bin", 40);
        gate.slow(8 * MIB);
        var first = uploading.files();
        var second = uploading.anotherTab();
        first.giveFolder(given.resolve("twice"));
        first.awaitWords("Uploading");
        second.giveFolder(given.resolve("twice"));
        skipIfAsked(second);
        second.awaitWords("Another page is uploading");
        gate.slow(Long.MAX_VALUE);
        first.awaitWords("201 files uploaded");
        second.awaitWords("201 skipped, already there");
        assertThat(stored()).isEqualTo(Manifest.of(given));
        assertThat(gate.parts()).doesNotHaveDuplicates().hasSize(5);
    }

    @Test
    void paused_and_cancelled_it_stops_and_leaves_nothing_behind() throws Exception {
        var files = uploading.files();
        gate.slow(4 * MIB);
        files.give(given.large("film.bin", FILM_MIB));
        awaitTaken(3);
        files.order("Pause film.bin").click();
        assertThat(files.tray().locator("li.paused")).containsText(Pattern.compile("paused at [1-9]\\d? %"));
        files.order("Resume film.bin").click();
        files.awaitPercent(40);
        files.order("Pause uploads").click();
        assertThat(files.tray()).containsText("Paused at 0 of 1 file");
        files.order("Resume uploads").click();
        files.order("Cancel film.bin").click();
        assertThat(files.tray()).containsText("1 cancelled");
        await().until(() -> openUploads() == 0);
        assertThat(stored()).isEmpty();
    }

    @Test
    void a_drop_of_very_many_files_is_counted_first_and_shown_by_what_matters() {
        gate.slow(MIB);
        for (var number = 0; number < DROPPED; number++) given.small("many/" + number, 1);
        uploading.files().drop(given.resolve("many"));
        uploading.files().awaitWords("Uploading");
        uploading.files().awaitWords("of %,d files".formatted(DROPPED));
        assertThat(uploading.files().tray().locator("li").count()).isLessThanOrEqualTo(MOST_ROWS);
        cancelAll();
    }

    @Test
    void a_small_file_does_not_wait_until_large_ones_have_gone() {
        gate.slow(4 * MIB);
        for (var number = 1; number <= FILMS; number++) given.large("films/" + number, 24);
        uploading.files().giveFolder(given.resolve("films"));
        uploading.files().awaitPercent(1);
        uploading.files().give(given.small("note.txt", 1000));
        uploading.files().awaitWords("Uploading 1 of %d files".formatted(FILMS + 1));
        assertThat(uploading.files().tray().locator("li.done")).containsText("note.txt");
        cancelAll();
    }

    private void cancelAll() {
        uploading.files().order("Cancel all uploads").click();
        Visitor.buttonIn(uploading.page().locator(".upload-question"), "Cancel uploads")
                .click();
        uploading.files().awaitWords("cancelled");
    }

    private void sendAFifthOfTheFilm() {
        gate.slow(3 * MIB);
        uploading.files().give(given.large("film.bin", FILM_MIB));
        uploading.files().awaitPercent(20);
    }

    private static void skipIfAsked(UploadPage second) {
        var skip = second.page()
                .locator(".upload-question")
                .getByText("Skip", new Locator.GetByTextOptions().setExact(true));
        second.page().waitForFunction("""
                () => document.querySelector('.upload-question')
                    || /page is uploading/.test(document.querySelector('bramble-upload-tray').textContent)""");
        if (skip.count() > 0) skip.last().click();
    }

    private int openUploads() {
        return database.sql("select count(*) from large_file where stored_at is null and bucket_id = ?::uuid")
                .param(uploading.bucketId())
                .query(Integer.class)
                .single();
    }
}
