package io.bramble.ui.buckets;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.bramble.bucket.BucketQuery;
import io.bramble.bucket.BucketView;
import io.bramble.bucket.MinioEngine;
import io.bramble.bucket.Settings;
import io.bramble.storage.LifecycleRule;
import io.bramble.storage.MinioServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The settings of a bucket whose engine, a real MinIO server, can do much. */
@Import(MinioEngine.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIfEnvironmentVariable(named = MinioServer.EXECUTABLE, matches = ".+")
class SettingsScreenIT extends BucketScreenTest {
    @TempDir
    private static Path folder;

    @Autowired
    MinioEngine minio;

    @Autowired
    Settings settings;

    private MinioEngine.Running engine;

    @BeforeAll
    void startMinio() throws Exception {
        engine = minio.start(folder);
    }

    @AfterAll
    void stopMinio() {
        engine.close();
    }

    @Test
    void versions_are_switched_on_and_the_page_tells_when_they_are() {
        var photos = openSettings();
        assertThat(words()).contains("Off: what is overwritten or deleted is gone.", "billed until");
        click("Switch on");
        assertThat(settings.get(me(), photos.id()).wished().versioning()).isTrue();
        eventually(() -> words().contains("On: what is overwritten") && !words().contains("being applied"));
        assertThat(settings.get(me(), photos.id()).inForce()).isTrue();
    }

    @Test
    void rules_are_sentences_that_can_be_added_changed_and_removed() {
        var photos = openSettings();
        click("Add a rule …");
        type("Only below", "logs/");
        click("Add");
        assertThat(words()).contains("Delete files below logs/ 30 days after they were stored.");
        click("Edit");
        find(IntegerField.class).single().setValue(1);
        choose("Delete old versions");
        click("Change");
        assertThat(words()).contains("Delete old versions below logs/ after 1 day.");
        assertThat(settings.get(me(), photos.id()).wished().lifecycle())
                .containsExactly(new LifecycleRule("bramble-1", "logs/", null, 1, null));
        click("Remove");
        assertThat(words()).contains("Nothing is removed by itself.");
    }

    @Test
    void days_that_cannot_be_are_refused_at_their_field() {
        openSettings();
        click("Add a rule …");
        find(IntegerField.class).single().setValue(4000);
        click("Add");
        assertThat(find(IntegerField.class).single().getErrorMessage()).contains("1 to 3,650", "4,000");
    }

    @Test
    void tags_are_added_and_a_name_is_there_once() {
        var photos = openSettings();
        click("Add a tag …");
        type("Name", "team");
        type("Value", "A + B");
        click("Add");
        assertThat(words()).contains("team: A + B");
        click("Add a tag …");
        type("Name", "team");
        click("Add");
        assertThat(find(TextField.class).withLabel("Name").single().getErrorMessage())
                .contains("team already");
        assertThat(settings.get(me(), photos.id()).wished().tags()).isEqualTo(Map.of("team", "A + B"));
    }

    @Test
    void object_lock_is_offered_when_a_bucket_is_made_and_locks_new_objects() {
        var name = fresh("locked");
        open("buckets?create");
        type("Name", name);
        test(find(Checkbox.class).single()).click();
        click("Create");
        var made = buckets.list(me(), BucketQuery.slice(name, 0, 1)).getFirst();
        assertThat(settings.get(me(), made.id()).wished().objectLock()).isTrue();
        open(page(made, "settings"));
        assertThat(words()).contains("New objects are not locked.");
        assertThat(find(Button.class).withText("Switch off").exists()).isFalse();
        click("Lock new objects …");
        click("Lock");
        assertThat(words()).contains("New objects are locked for 30 days.");
    }

    @Test
    void what_this_engine_lacks_is_named_and_not_offered() {
        openSettings();
        assertThat(words()).contains("This bucket's engine has no CORS rules per bucket.");
        assertThat(find(Button.class).withText("Let a site upload …").exists()).isFalse();
        assertThat(find(Button.class).withText("Tell a program …").exists()).isFalse();
    }

    private BucketView openSettings() {
        var photos = readyBucket("photos");
        open(page(photos, "settings"));
        eventually(() -> !words().contains("being applied"));
        return photos;
    }
}
