package io.bramble.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Bramble is killed in the middle of an upload, the engine inside it and everybody's session with it: the page sends the
 * rest, tells what has arrived, and leaves when it is closed.
 */
@ExtendWith(Stage.Setting.class)
class UploadRestartIT extends UploadJourney {
    private static final Pattern SIGNED_OUT = Pattern.compile("/signed-out\\?ended$");
    private static final int FILM_MIB = 64;
    private static final int SMALL_FILES = 200;

    UploadRestartIT(Stage stage) {
        super(stage.platform());
    }

    @Test
    void an_upload_outlives_a_killed_bramble_and_no_part_is_sent_twice() throws Exception {
        for (var number = 0; number < SMALL_FILES; number++) given.small("trip/%d.txt".formatted(number), 20_000);
        given.large("trip/film.bin", FILM_MIB);
        gate.slow(2 * MIB);
        uploading.files().drop(given.resolve("trip"));
        var taken = awaitTaken(2);
        platform.killBramble();
        gate.slow(Long.MAX_VALUE);
        platform.startBramble();
        var tray = uploading.page().locator(".tray");
        assertThat(tray).containsText("your session has ended", new ContainsTextOptions().setTimeout((double)
                        PATIENCE.toMillis()));
        assertThat(tray).containsText(SMALL_FILES + 1 + " files uploaded");
        Visitor.buttonIn(tray, "Close").click();
        uploading.page().waitForURL(SIGNED_OUT);
        assertNothingSentTwice(taken, FILM_MIB / 8);
        assertThat(stored()).isEqualTo(Manifest.of(given));
    }
}
