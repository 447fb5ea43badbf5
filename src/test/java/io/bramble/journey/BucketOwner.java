package io.bramble.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.bramble.local.LocalPlatform;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Somebody with a bucket of their own before them, and with a key to see what is really in it. */
record BucketOwner(Visitor visitor, Api api, JsonNode bucket, Key key) implements AutoCloseable {
    private static final int MOST_BYTES = 1 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(40); // a deletion waits ten seconds for second thoughts

    static BucketOwner arrive(LocalPlatform platform, Visitor visitor) {
        var name = "own-" + UUID.randomUUID().toString().substring(0, 8);
        platform.people().add(name + "@example.org", "Olga", Stage.PASSWORD);
        visitor.signIn(name + "@example.org", Stage.PASSWORD);
        var api = new Api(visitor.console(), visitor.createToken());
        var bucket = api.readyBucket(name);
        return new BucketOwner(visitor, api, bucket, api.key(bucket, "read-write"));
    }

    Page page() {
        return visitor.page();
    }

    /** @param tab of the bucket's page, as in {@code files?prefix=a/} */
    void open(String tab) {
        visitor.open("/console/b/" + bucket.get("namespace").asString() + "/" + key.bucket() + "/" + tab);
    }

    /** Each holds its own name. */
    void put(String... keys) {
        for (var each : keys) key.store().put(key.bucket(), each, each.getBytes(UTF_8), "text/plain");
    }

    String content(String file) {
        return new String(key.store().get(key.bucket(), file, MOST_BYTES), UTF_8);
    }

    Set<String> keys(String prefix) {
        return key.list(prefix).keySet();
    }

    void awaitKeys(String prefix, String... expected) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(keys(prefix)).containsExactlyInAnyOrder(expected));
    }

    /** What the last work in the background was about. */
    String latestJob() {
        var jobs = api.get("/buckets/" + Api.id(bucket) + "/jobs").expect(200).get("items");
        return jobs.get(0).get("what").asString();
    }

    Locator selection() {
        return page().locator(".selection-bar");
    }

    Locator footer() {
        return page().locator(".files-footer");
    }

    Locator notice() {
        return page().locator("vaadin-notification-card").last();
    }

    /** Its middle, beside the name itself. */
    Locator row(String name) {
        return page().locator("vaadin-grid-cell-content:has([title='%s'])".formatted(name));
    }

    Locator jobs() {
        return page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Work in the background"));
    }

    Locator menuItem(String verb) {
        return page().getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(verb));
    }

    @Override
    public void close() {
        visitor.close();
    }
}
