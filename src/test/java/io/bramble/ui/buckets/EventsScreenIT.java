package io.bramble.ui.buckets;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import io.bramble.bucket.BucketView;
import io.bramble.bucket.Customers;
import io.bramble.bucket.MinioEngine;
import io.bramble.bucket.Settings;
import io.bramble.storage.Listener;
import io.bramble.storage.MinioServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A program hears of what happens in a bucket, because its owner wished so on the page of its settings. */
@Import({MinioEngine.class, Customers.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIfEnvironmentVariable(named = MinioServer.EXECUTABLE, matches = ".+")
class EventsScreenIT extends BucketScreenTest {
    @TempDir
    private static Path folder;

    @Autowired
    MinioEngine minio;

    @Autowired
    Settings settings;

    @Autowired
    Customers customers;

    private Listener listener;
    private MinioEngine.Running engine;

    @BeforeAll
    void startMinio() throws Exception {
        listener = new Listener();
        engine = minio.startTelling(folder, listener.uri());
    }

    @AfterAll
    void stopMinio() {
        engine.close();
        listener.close();
    }

    @Test
    void a_program_is_told_as_wished_also_after_somebody_took_the_rule_away_and_no_longer_than_that() {
        var photos = readyBucket("photos");
        var program = customers.program(me(), photos);
        open(page(photos, "settings"));
        assertThat(words()).contains("Nobody is told.");
        click("Tell a program …");
        type("Only below", "in/");
        type("Only ending in", ".jpg");
        click("Add");
        assertThat(words()).contains("Tell HOOK (webhook) of files that are stored below in/ and end in .jpg.");
        awaitInForce(photos);
        program.put("in/a.txt", "a");
        program.put("in/a.jpg", "a");
        eventually(() -> heard(photos).equals(List.of("s3:ObjectCreated:Put " + photos.name() + " in/a.jpg")));

        engine.settings(photos).events(List.of());
        buckets.quota(me(), photos.id(), 1L << 30); // a pass
        awaitInForce(photos);
        program.put("in/b.jpg", "b");
        eventually(() -> heard(photos).size() == 2);

        test(find(Button.class).withText("Remove").all().getLast()).click(); // after the quota's
        assertThat(words()).contains("Nobody is told.");
        awaitInForce(photos);
        assertThat(engine.settings(photos).events()).isEmpty();
    }

    private void awaitInForce(BucketView bucket) {
        var owner = me();
        eventually(() -> settings.get(owner, bucket.id()).inForce());
    }

    private List<String> heard(BucketView bucket) {
        return listener.heard(bucket.name());
    }
}
