package io.bramble.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.bramble.journey.ScreenshotsIT.Look;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each state of the tray as people see it, with pictures and by the rules of {@link ScreenshotsIT}. */
@ExtendWith(Stage.Setting.class)
class UploadTrayIT extends UploadJourney {
    /** What a server that is away answers to another drop. */
    private static final String FAILING = "tray => tray.gather(() => Promise.reject(new Error('Bramble is away.')))";

    private SoftAssertions softly;
    private UploadPage files;

    UploadTrayIT(Stage stage) {
        super(stage.platform());
    }

    @BeforeEach
    void look() {
        softly = new SoftAssertions();
        files = uploading.files();
    }

    @AfterEach
    void tell() {
        softly.assertAll();
    }

    @Test
    void while_it_sends() {
        gate.slow(MIB / 2);
        for (var number = 1; number <= 40; number++) given.small("May/IMG_%04d.jpg".formatted(number), 90_000);
        given.large("May/film.mov", 48);
        given.large("May/a long name that says all there is to say of what was seen on that day in May.mov", 40);
        files.giveFolder(given.resolve("May"));
        files.awaitPercent(5);
        see("tray-uploading");
        files.order("Pause uploads").click();
        assertThat(files.tray()).containsText("Paused");
        see("tray-paused");
        files.order("Resume uploads").click();
        uploading.visitor().context().setOffline(true);
        assertThat(files.tray()).containsText("No network");
        see("tray-offline");
        uploading.visitor().context().setOffline(false);
        files.tray().evaluate(FAILING);
        assertThat(files.tray()).containsText("Nothing was added. Bramble is away.");
        see("tray-problem");
        files.order("Dismiss").click();
        files.order("Cancel all uploads").click();
        see("tray-cancel");
        Visitor.buttonIn(files.page().locator(".upload-question"), "Keep on").click();
        assertThat(files.tray()).containsText("Uploading");
        files.order("Hide files").click();
        see("tray-folded");
    }

    @Test
    void what_was_interrupted() {
        gate.slow(MIB / 2);
        files.give(given.large("film.mov", 48), given.large("encore.mov", 24));
        files.awaitPercent(5);
        uploading.openFiles();
        assertThat(files.tray()).containsText("An upload was interrupted");
        assertThat(files.tray().locator(".interrupted li")).containsText("film.mov and 1 more");
        see("tray-interrupted");
    }

    @Test
    void its_end_and_the_questions_before_it() {
        var notes = given.small("notes.txt", 2_000);
        var map = given.small("map.png", 300_000);
        files.give(notes, map);
        files.awaitWords("2 files uploaded");
        see("tray-done");
        files.give(notes, given.small("new.txt", 3_000));
        assertThat(files.page().locator(".upload-question")).isVisible();
        see("tray-question");
        files.page().locator(".upload-question vaadin-button").last().click();
        files.awaitWords("skipped");
        see("tray-skipped");
        uploading
                .api()
                .put("/buckets/" + uploading.bucketId() + "/quota", Map.of("bytes", 2 * MIB))
                .expect(200);
        files.give(given.large("film.mov", 40));
        assertThat(files.page().locator(".upload-question")).containsText("Not enough room");
        see("tray-shortage");
    }

    @Test
    void what_failed() {
        gate.slow(MIB / 2);
        var film = given.large("film.mov", 64);
        var notes = given.small("notes.txt", 2_000);
        files.give(film, notes, given.small("map.png", 300_000));
        files.awaitPercent(5);
        given.large("film.mov", 65);
        gate.slow(Long.MAX_VALUE);
        files.awaitWords("2 of 3 files uploaded");
        see("tray-failed");
    }

    private void see(String name) {
        for (var look : Look.values()) {
            look.on(files.page());
            uploading.visitor().complaints().clear();
            ScreenshotsIT.inspect(uploading.visitor(), look, name, softly);
        }
        Look.LIGHT.on(files.page());
    }
}
