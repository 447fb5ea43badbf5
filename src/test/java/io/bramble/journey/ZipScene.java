package io.bramble.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipFile;

/** Somebody with a bucket, who chooses all that is in it and downloads it. */
record ZipScene(Visitor visitor, Key key, String files) {
    /** The way of browsers that cannot write files by themselves. */
    static final String NO_PICKER = "delete window.showSaveFilePicker";

    static ZipScene open(Stage stage) {
        var email = "archive-" + UUID.randomUUID() + "@example.org";
        stage.platform().people().add(email, "Zoe", Stage.PASSWORD);
        var visitor = stage.visitor(wishes -> wishes.setAcceptDownloads(true));
        visitor.signIn(email, Stage.PASSWORD);
        var api = new Api(visitor.console(), visitor.createToken());
        var bucket = api.readyBucket("zip-" + UUID.randomUUID().toString().substring(0, 8));
        var key = api.key(bucket, "read-write");
        return new ZipScene(
                visitor, key, "/console/b/" + bucket.get("namespace").asString() + "/" + key.bucket() + "/files");
    }

    void put(String name, byte[] content) {
        key.store().put(key.bucket(), name, content, "text/plain");
    }

    void put(String name, String content) {
        put(name, content.getBytes(UTF_8));
    }

    Locator tray() {
        return visitor.page().locator("bramble-zip");
    }

    void chooseAll() {
        visitor.open(files);
        var first = visitor.page().locator("vaadin-grid").getByText("top.txt");
        first.locator("xpath=ancestor::vaadin-grid-cell-content").click();
        visitor.page().keyboard().press("Control+a");
        assertThat(visitor.page().locator(".selection-bar")).containsText("1 file selected");
        assertThat(visitor.page().locator(".selection-bar")).containsText("1 folder");
    }

    void clickDownload() {
        Visitor.buttonIn(visitor.page().locator(".selection-bar"), "Download").click();
    }

    Download download() {
        chooseAll();
        var saved = visitor.page().waitForDownload(this::clickDownload);
        assertThat(saved.suggestedFilename()).isEqualTo(key.bucket() + ".zip");
        return saved;
    }

    static Map<String, byte[]> unpack(Path archive) throws IOException {
        var found = new HashMap<String, byte[]>();
        try (var zip = new ZipFile(archive.toFile())) {
            for (var entry : Collections.list(zip.entries()))
                found.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
        }
        return found;
    }
}
