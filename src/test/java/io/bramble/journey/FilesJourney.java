package io.bramble.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.bramble.storage.AwkwardKeys;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Files of any name, seen by a person with a browser: listed, looked at, reached by a link, taken out again. */
abstract class FilesJourney {
    private Visitor visitor;
    private Page page;
    private Api api;
    private JsonNode bucket;
    private Key key;

    /** Somebody who is signed in. */
    abstract Visitor arrive();

    /** Whether an engine can hold such a key. */
    abstract boolean holds(String key);

    @BeforeEach
    void makeABucket() {
        visitor = arrive();
        page = visitor.page();
        api = new Api(visitor.console(), visitor.createToken());
        bucket = api.readyBucket("files-" + UUID.randomUUID().toString().substring(0, 8));
        key = api.key(bucket, "read-write");
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    @Test
    void a_file_of_any_name_is_listed_looked_at_linked_to_and_saved_byte_for_byte() {
        var keys = held();
        for (var each : keys) key.store().put(key.bucket(), each, content(each), "text/plain");
        var softly = new SoftAssertions();
        for (var each : keys) softly.assertThatCode(() -> visit(each)).as(each).doesNotThrowAnyException();
        keys.stream().map(FilesJourney::folder).distinct().forEach(folder -> softly.assertThatCode(
                        () -> count(keys, folder))
                .as("folder " + folder)
                .doesNotThrowAnyException());
        softly.assertAll();
        visitor.hasNothingToComplainAbout();
    }

    private List<String> held() {
        var held = AwkwardKeys.ALL.stream().filter(this::holds).toList();
        return holds("//") ? held : AwkwardKeys.apart(held);
    }

    private void visit(String file) throws IOException {
        var folder = folder(file);
        var name = beginning(file.substring(folder.length())); // a row out of sight is not drawn, so it is looked for
        visitor.open(address("prefix=%s&q=%s&file=%s".formatted(encoded(folder), encoded(name), encoded(file))));
        var details = page.getByRole(AriaRole.COMPLEMENTARY, new Page.GetByRoleOptions().setName("Details"));
        var copied = details.getByLabel("Copy path").getAttribute("data-copy");
        org.assertj.core.api.Assertions.assertThat(copied).isEqualTo(file);
        var shown = details.getByRole(AriaRole.HEADING).first().textContent();
        assertThat(page.locator("vaadin-grid")
                        .getByTitle(shown, new Locator.GetByTitleOptions().setExact(true))
                        .first())
                .isVisible();
        var download = page.waitForDownload(
                () -> Visitor.buttonIn(details, "Download").first().click());
        org.assertj.core.api.Assertions.assertThat(Files.readAllBytes(download.path()))
                .isEqualTo(content(file));
    }

    private void count(List<String> keys, String folder) {
        var entries = AwkwardKeys.folder(keys, folder).stream()
                .filter(entry -> !entry.equals(folder))
                .count();
        visitor.open(address("prefix=" + encoded(folder)));
        assertThat(page.locator(".files-footer")).containsText(entries + " in all");
    }

    private static String folder(String file) {
        return file.substring(0, file.lastIndexOf('/', file.length() - 2) + 1);
    }

    /** What the search takes it by: a slash would lead into the folder, and an address has its limits. */
    private static String beginning(String name) {
        var bare = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        return bare.substring(0, bare.offsetByCodePoints(0, Math.min(20, bare.codePointCount(0, bare.length()))));
    }

    private String address(String query) {
        return "/console/b/" + bucket.get("namespace").asString() + "/" + key.bucket() + "/files?" + query;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    private static byte[] content(String key) {
        return ("content of " + key).getBytes(UTF_8);
    }
}
