package io.bramble.ui.buckets;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.bramble.People;
import io.bramble.bucket.AccessKeys;
import io.bramble.bucket.BucketState;
import io.bramble.bucket.KeyState;
import io.bramble.bucket.NewKey;
import io.bramble.storage.Permission;
import io.bramble.ui.parts.ShownOnceDialog;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class BucketPageTest extends BucketScreenTest {
    @Autowired
    AccessKeys keys;

    @Autowired
    People people;

    @Test
    void the_page_shows_name_state_and_address() {
        var photos = readyBucket("photos");
        open(page(photos, "settings"));
        assertThat(words()).contains(photos.name(), photos.url(), photos.endpoint(), "Region " + photos.region());
        assertThat(find(Badge.class).withTestId("bucket-state").single().getText())
                .isEqualTo("Ready");
    }

    @Test
    void another_accounts_bucket_looks_like_nothing() {
        var theirs = bucket(people.arrive("bert"), fresh("his"));
        for (var tab : new String[] {"keys", "usage", "settings"}) {
            open(page(theirs, tab));
            assertThat(words()).contains("There is nothing here").doesNotContain(theirs.url());
        }
    }

    @Test
    void a_new_keys_secret_is_shown_once_with_lines_to_paste() {
        var photos = readyBucket("photos");
        open(page(photos, "keys"));
        click("Create key");
        type("Name", "laptop");
        click("Create");
        var key = keys.list(me(), photos.id()).getFirst();
        assertThat(words()).contains("laptop is ready", key.accessKeyId(), "export AWS_SECRET_ACCESS_KEY=");
        test(find(Checkbox.class).withLabel("I have saved it").single()).click();
        click("Done");
        assertThat(find(ShownOnceDialog.class).exists()).isFalse();
        assertThat(words()).doesNotContain("AWS_SECRET_ACCESS_KEY");
        assertThat(cell(0, "Key id")).isEqualTo(key.accessKeyId());
    }

    @Test
    void a_key_becomes_active_while_one_looks() {
        var photos = readyBucket("photos");
        open(page(photos, "keys"));
        keys.issue(me(), photos.id(), new NewKey("laptop", Permission.READ_WRITE, "", null));
        eventually(() -> rows() == 1 && cell(0, "State").equals("Active"));
    }

    @Test
    void a_revoked_key_stays_in_the_list_as_revoked() {
        var photos = readyBucket("photos");
        var key = keys.issue(me(), photos.id(), new NewKey("laptop", Permission.READ, "", null))
                .key();
        open(page(photos, "keys"));
        act(0, "Revoke");
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(keys.get(me(), key.id()).state()).isIn(KeyState.REVOKING, KeyState.REVOKED);
        eventually(() -> cell(0, "State").equals("Revoked"));
    }

    @Test
    void a_key_can_be_read_only_and_below_a_path() {
        var photos = readyBucket("photos");
        open(page(photos, "keys"));
        click("Create key");
        type("Name", "reader");
        type("Only below", "2026/");
        choose("Read only: list and download");
        click("Create");
        assertThat(keys.list(me(), photos.id()))
                .singleElement()
                .satisfies(key -> assertThat(key.permission()).isEqualTo(Permission.READ))
                .satisfies(key -> assertThat(key.prefix()).isEqualTo("2026/"));
        assertThat(words()).contains("s3 ls s3://" + photos.name() + "/2026/").doesNotContain("cp hello.txt");
    }

    @Test
    void a_key_name_of_300_characters_is_refused_at_its_field() {
        var photos = readyBucket("photos");
        open(page(photos, "keys"));
        click("Create key");
        type("Name", "x".repeat(300));
        click("Create");
        assertThat(find(TextField.class).withLabel("Name").single().getErrorMessage())
                .contains("at most 100")
                .contains("300");
    }

    @Test
    void deleting_wants_the_name_typed_and_can_be_undone() {
        var photos = readyBucket("photos");
        open(page(photos, "settings"));
        click("Delete bucket …");
        assertThat(find(Button.class).withText("Delete bucket").single().isEnabled())
                .isFalse();
        type("Type " + photos.name() + " to delete it", photos.name());
        click("Delete bucket");
        assertThat(buckets.get(me(), photos.id()).state()).isEqualTo(BucketState.DELETED);
        assertThat(notices()).contains("You can restore it until");
        open(page(photos, "settings"));
        click("Restore");
        assertThat(buckets.get(me(), photos.id()).state()).isNotEqualTo(BucketState.DELETED);
    }

    @Test
    void a_deleted_buckets_page_offers_its_way_back_alone() {
        var photos = readyBucket("photos");
        open(page(photos, "files"));
        buckets.delete(me(), photos.id(), photos.name());
        eventually(() -> words().contains("Nothing in this bucket can be read or written."));
        assertThat(find(Button.class).withText("New folder").all()).isEmpty();
        click("Restore");
        eventually(() -> !find(Button.class).withText("New folder").all().isEmpty());
    }

    @Test
    void a_folder_cannot_be_called_as_the_way_up() {
        var photos = readyBucket("photos");
        open(page(photos, "files"));
        click("New folder");
        type("Name", "..");
        click("Create folder");
        assertThat(find(TextField.class).withLabel("Name").single().getErrorMessage())
                .contains("the way up");
    }

    @Test
    void an_expiry_in_a_week_reads_as_chosen() {
        var photos = readyBucket("photos");
        var weekAhead = Instant.now().plus(Duration.ofDays(7)).minusSeconds(5);
        var key = keys.issue(me(), photos.id(), new NewKey("laptop", Permission.READ, "", weekAhead))
                .key();
        open(page(photos, "keys"));
        assertThat(cell(0, "Expires")).isEqualTo("in 7 days");
        keys.revoke(me(), key.id());
        eventually(() -> cell(0, "Expires").equals("–"));
    }

    @Test
    void a_bucket_deleted_in_another_tab_says_so_here() {
        var photos = readyBucket("photos");
        open(page(photos, "settings"));
        buckets.delete(me(), photos.id(), photos.name());
        eventually(() -> words().contains("Deleted, undo until"));
    }

    @Test
    void a_second_page_that_deletes_the_same_bucket_is_told_so() {
        var photos = readyBucket("photos");
        open(page(photos, "settings"));
        click("Delete bucket …");
        type("Type " + photos.name() + " to delete it", photos.name());
        buckets.delete(me(), photos.id(), photos.name()); // on another page
        click("Delete bucket");
        assertThat(notices())
                .contains(photos.name() + " was deleted already, on another page. You can restore it until");
        assertThat(buckets.get(me(), photos.id()).state()).isEqualTo(BucketState.DELETED);
    }

    @Test
    void what_is_deleted_is_not_offered_for_deletion() {
        var photos = readyBucket("photos");
        open(page(photos, "settings"));
        buckets.delete(me(), photos.id(), photos.name());
        eventually(() -> !words().contains("Delete this bucket"));
    }

    @Test
    void a_quota_is_set_in_units_and_removed_again() {
        var photos = readyBucket("photos");
        open(page(photos, "settings"));
        assertThat(words()).contains("No limit of its own");
        click("Change quota …");
        find(IntegerField.class).single().setValue(-1);
        click("Change");
        assertThat(find(IntegerField.class).single().getErrorMessage()).contains("0 or more");
        find(IntegerField.class).single().setValue(3);
        select("Unit", "TiB");
        click("Change");
        assertThat(buckets.get(me(), photos.id()).quotaBytes()).isEqualTo(3L << 40);
        assertThat(words()).contains("At most 3 TiB");
        click("Remove");
        assertThat(words()).contains("No limit of its own");
    }

    @Test
    void what_the_engine_lacks_is_one_line_and_offered_nowhere() {
        var photos = readyBucket("photos");
        open(page(photos, "settings"));
        assertThat(words())
                .contains("This bucket's engine has no object versions, lifecycle rules for objects,"
                        + " bucket tags, object lock.")
                .doesNotContain("Switch on", "Add a tag");
        open("buckets?create");
        assertThat(words()).doesNotContain("locked against deletion");
    }

    @Test
    void sites_are_let_in_and_unfinished_uploads_given_up_where_the_engine_can() {
        var photos = readyBucket("photos");
        open(page(photos, "settings"));
        assertThat(words()).contains("No other site may.", "Nothing is removed by itself.");
        click("Let a site upload …");
        type("Site", "https://example.org/upload");
        click("Allow");
        assertThat(find(TextField.class).withLabel("Site").single().getErrorMessage())
                .contains("without a path");
        type("Site", "https://example.org");
        click("Allow");
        assertThat(words()).contains("https://example.org may GET, PUT, HEAD.");
        eventually(() -> !words().contains("being applied"));
        assertThat(words()).doesNotContain("Delete files");
    }

    @Test
    void usage_is_shown_with_the_time_of_measurement() {
        var photos = readyBucket("photos");
        open(page(photos, "usage"));
        assertThat(words()).contains("Stored now", "Downloaded", "Uploaded", "Requests");
    }
}
