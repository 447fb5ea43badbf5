package io.bramble.ui.buckets;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import io.bramble.People;
import io.bramble.bucket.BucketState;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class BucketsViewTest extends BucketScreenTest {
    @Autowired
    People people;

    @Test
    void an_empty_list_says_what_a_bucket_is() {
        open("buckets");
        assertThat(rows()).isZero();
    }

    @Test
    void a_new_bucket_is_shown_with_its_step_and_becomes_ready() {
        bucket(me(), fresh("photos"));
        open("buckets");
        eventually(() -> cell(0, "State").equals("Ready"));
    }

    @Test
    void searching_finds_parts_of_names_and_stays_in_the_address() {
        var owner = me();
        var photos = bucket(owner, fresh("photos"));
        bucket(owner, fresh("backups"));
        open("buckets");
        assertThat(rows()).isEqualTo(2);
        test(find(TextField.class).single()).setValue("hoto");
        assertThat(rows()).isEqualTo(1);
        assertThat(cell(0, "Name")).isEqualTo(photos.name());
        assertThat(address()).isEqualTo("buckets?q=hoto");
    }

    @Test
    void the_address_forgets_the_dialog_that_it_opened() {
        open("buckets?create");
        assertThat(find(Dialog.class).all()).hasSize(1);
        open("buckets?q=photos");
        open("buckets");
        assertThat(find(Dialog.class).all()).hasSizeLessThan(2);
    }

    @Test
    void a_deleted_bucket_can_be_restored_from_the_list() {
        var photos = readyBucket("photos");
        buckets.delete(me(), photos.id(), photos.name());
        open("buckets");
        assertThat(cell(0, "State")).startsWith("Deleted, undo until");
        act(0, "Restore");
        assertThat(buckets.get(me(), photos.id()).state()).isNotEqualTo(BucketState.DELETED);
        assertThat(notices()).contains("Restoring " + photos.name());
    }

    @Test
    void another_accounts_buckets_are_not_listed() {
        bucket(people.arrive("bert"), fresh("his"));
        open("buckets");
        assertThat(rows()).isZero();
    }

    @Test
    void the_dashboard_offers_the_first_bucket_and_then_shows_it() {
        open("");
        assertThat(words()).contains("Your storage is ready");
        var photos = bucket(me(), fresh("photos"));
        eventually(() -> words().contains(photos.name()));
        assertThat(words()).contains("Cost this month").contains("Next steps");
    }

    private static String address() {
        return UI.getCurrentOrThrow().getInternals().getActiveViewLocation().getPathWithQueryParameters();
    }
}
