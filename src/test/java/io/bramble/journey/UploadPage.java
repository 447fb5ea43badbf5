package io.bramble.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.Gson;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder's page, the ways to give files to it, and its tray. */
public record UploadPage(Page page) {
    private static final int PATIENCE_MILLIS = 1000 * Integer.getInteger("bramble.journey.patience-seconds", 300);
    private static final Pattern UPLOADED = Pattern.compile("\\d files? uploaded");

    public void give(Path... files) {
        page.locator("bramble-uploader input.files").setInputFiles(files);
    }

    public void giveFolder(Path folder) {
        page.bringToFront();
        page.locator("bramble-uploader input.folder").setInputFiles(folder);
    }

    /** As from the desktop, with folders and what is in them: Chromium itself makes the event. */
    public void drop(Path... given) {
        var chromium = page.context().newCDPSession(page);
        var paths = Stream.of(given).map(Path::toString).toList();
        var data = Map.of("items", List.of(), "files", paths, "dragOperationsMask", 1);
        for (var type : List.of("dragEnter", "dragOver", "drop")) {
            var event = Map.of("type", type, "x", 400, "y", 400, "data", data);
            chromium.send(
                    "Input.dispatchDragEvent", new Gson().toJsonTree(event).getAsJsonObject());
        }
        chromium.detach();
    }

    /** By the menu and the browser's own dialog. */
    void pick(String kind) {
        page.locator("bramble-uploader vaadin-menu-bar-button").first().click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(kind))
                .click();
    }

    Locator tray() {
        return page.locator("bramble-upload-tray");
    }

    Locator order(String name) {
        return Visitor.buttonIn(tray(), name);
    }

    void awaitWords(String words) {
        assertThat(tray()).containsText(words, new ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
    }

    /** Until nothing is on its way any more; "90 percent uploaded" is said while something is. */
    void awaitUploaded() {
        assertThat(tray()).containsText(UPLOADED, new ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
    }

    /** Of the one large file that is on its way. */
    void awaitPercent(int least) {
        page.waitForFunction("""
                        least => [...document.querySelectorAll('bramble-upload-tray li.sending .state')]
                            .some(state => parseInt(state.textContent) >= least)""", least, new Page.WaitForFunctionOptions().setTimeout(PATIENCE_MILLIS));
    }
}
