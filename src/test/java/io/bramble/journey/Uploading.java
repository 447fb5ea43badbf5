package io.bramble.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.bramble.local.LocalPlatform;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Somebody with a bucket, and a browser that remembers. */
public final class Uploading implements AutoCloseable {
    private final LocalPlatform platform;
    private final Path profile;
    private final Path program;
    private final List<String> arguments;
    private final String email = name() + "@example.org";
    private final Api api;
    private JsonNode bucket;
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
        bucket = api.readyBucket(name());
    }

    public Key key(String permission) {
        return api.key(bucket, permission);
    }

    String bucketId() {
        return Api.id(bucket);
    }

    Api api() {
        return api;
    }

    public Page page() {
        return browser.visitor().page();
    }

    Visitor visitor() {
        return browser.visitor();
    }

    public UploadPage files() {
        return new UploadPage(page());
    }

    /** The files of the bucket, on a page that has just been loaded. */
    public void openFiles() {
        browser.visitor().open(filesPath());
    }

    /** Another bucket, with nothing in it. */
    void openNewBucket() {
        bucket = api.readyBucket(name());
        openFiles();
    }

    UploadPage anotherTab() {
        var tab = browser.visitor().newTab();
        tab.navigate(platform.consoleUrl() + filesPath());
        assertThat(tab.locator("bramble-uploader")).isAttached();
        return new UploadPage(tab);
    }

    /** Leaves all pages of the console: what was being uploaded is interrupted. */
    void leave() {
        page().navigate("about:blank");
    }

    /** SIGKILL to the browser's processes; then another one on what it left behind. */
    void killBrowserAndComeBack() {
        browser.kill();
        browser = openBrowser();
        openFiles();
    }

    private String filesPath() {
        var namespace = api.get("/namespaces").expect(200).get("items").get(0).get("name");
        return "/console/b/" + namespace.asString() + "/" + bucket.get("name").asString() + "/files";
    }

    private static String name() {
        return "up-" + UUID.randomUUID().toString().substring(0, 8);
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
