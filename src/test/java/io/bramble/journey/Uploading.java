package io.bramble.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import io.bramble.local.LocalPlatform;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Somebody with a bucket, and a browser that remembers. */
public final class Uploading implements AutoCloseable {
    static final int PATIENCE_MILLIS = 600_000;

    private final LocalPlatform platform;
    private final Path profile;
    private final Path program;
    private final List<String> arguments;
    private final String email = "up-" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
    private final Api api;
    private final JsonNode bucket;
    private RememberingBrowser browser;

    public Uploading(LocalPlatform platform, Path profile, List<String> arguments) {
        this(platform, profile, Chromium.onPath(), arguments);
    }

    /** @param program the browser, or a script that becomes it */
    public Uploading(LocalPlatform platform, Path profile, Path program, List<String> arguments) {
        this.platform = platform;
        this.profile = profile;
        this.program = program;
        this.arguments = arguments;
        platform.people().add(email, "Uploader", Stage.PASSWORD);
        browser = openBrowser();
        api = new Api(platform.consoleUrl(), browser.visitor().createToken());
        bucket = api.readyBucket("up-" + UUID.randomUUID().toString().substring(0, 8));
    }

    public Key key(String permission) {
        return api.key(bucket, permission);
    }

    public Page page() {
        return browser.visitor().page();
    }

    Visitor visitor() {
        return browser.visitor();
    }

    Locator tray() {
        return page().locator("bramble-upload-tray");
    }

    /** The files of the bucket, in the page or another tab. */
    public void openFiles() {
        browser.visitor().open(filesPath());
    }

    Page anotherTab() {
        var tab = browser.visitor().newTab();
        tab.navigate(platform.consoleUrl() + filesPath());
        assertThat(tab.locator("bramble-uploader")).isAttached();
        return tab;
    }

    private String filesPath() {
        var namespace = api.get("/namespaces").expect(200).get("items").get(0).get("name");
        return "/console/b/" + namespace.asString() + "/" + bucket.get("name").asString() + "/files";
    }

    public void give(Path... files) {
        page().locator("bramble-uploader input.files").setInputFiles(files);
    }

    public static void giveFolder(Page page, Path folder) {
        page.bringToFront();
        page.locator("bramble-uploader input.folder").setInputFiles(folder);
    }

    static void awaitWords(Page page, String words) {
        assertThat(page.locator("bramble-upload-tray"))
                .containsText(words, new ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
    }

    void awaitWords(String words) {
        awaitWords(page(), words);
    }

    /** Of the one file that is on its way. */
    void awaitPercent(int least) {
        page().waitForFunction("""
                        least => [...document.querySelectorAll('bramble-upload-tray li.sending .state')]
                            .some(state => parseInt(state.textContent) >= least)""", least, new Page.WaitForFunctionOptions().setTimeout(PATIENCE_MILLIS));
    }

    /** SIGKILL to the browser's processes; then another one on what it left behind. */
    void killBrowserAndComeBack() {
        browser.kill();
        browser = openBrowser();
        openFiles();
    }

    private RememberingBrowser openBrowser() {
        var opened = RememberingBrowser.on(profile, program, arguments, platform.consoleUrl());
        var page = opened.visitor().page();
        page.navigate(platform.consoleUrl() + "/console/");
        if (page.getByLabel("E-mail address").count() > 0) opened.visitor().signIn(email, Stage.PASSWORD);
        return opened;
    }

    @Override
    public void close() {
        browser.close();
    }
}
