package io.bramble.ui.buckets;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import io.bramble.People;
import io.bramble.bucket.BucketQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class NewBucketTest extends BucketScreenTest {
    @Autowired
    People people;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    A | at least 3
                    Photos | lower-case
                    a..b | hyphen instead of a dot
                    192.168.0.1 | IP address
                    xn--x | can't begin with
                    -photos | Begin and end
                    minio | reserved""")
    void a_name_that_cannot_be_says_why_while_it_is_typed(String name, String reason) {
        open("buckets?create");
        type("Name", name);
        assertThat(nameField().isInvalid()).isTrue();
        assertThat(nameField().getErrorMessage()).contains(reason);
    }

    @Test
    void a_name_of_64_characters_says_how_many_are_too_many() {
        open("buckets?create");
        type("Name", "x".repeat(64));
        assertThat(nameField().getErrorMessage()).contains("63").contains("64");
    }

    @Test
    void a_free_name_shows_the_address_it_will_have() {
        var name = fresh("photos");
        open("buckets?create");
        type("Name", name);
        assertThat(nameField().isInvalid()).isFalse();
        assertThat(words()).contains("Free.").contains("/" + name);
    }

    @Test
    void a_taken_name_comes_with_one_that_is_free() {
        var name = fresh("photos");
        bucket(people.arrive("bert"), name);
        open("buckets?create");
        type("Name", name);
        assertThat(nameField().isInvalid()).isTrue();
        test(find(Button.class).withTextContaining("Use " + name).single()).click();
        assertThat(nameField().getValue()).startsWith(name).isNotEqualTo(name);
        assertThat(nameField().isInvalid()).isFalse();
    }

    @Test
    void enter_creates_and_the_page_tells_when_it_is_ready() {
        var name = fresh("photos");
        open("buckets?create");
        type("Name", name);
        fireShortcut(Key.ENTER);
        assertThat(buckets.list(me(), BucketQuery.slice(name, 0, 1))).hasSize(1);
        eventually(() -> words().contains(name + " is ready"));
        assertThat(find(Button.class).withText("Create first key").single().isEnabled())
                .isTrue();
    }

    @Test
    void the_plans_limit_is_said_at_the_field() {
        for (var i = 0; i < 5; i++) bucket(me(), fresh("full"));
        open("buckets?create");
        type("Name", fresh("sixth"));
        click("Create");
        assertThat(nameField().getErrorMessage()).contains("room for 5 buckets");
        assertThat(words()).doesNotContain("Free.");
    }

    @Test
    void a_namespace_can_be_claimed_on_the_way() {
        var wanted = fresh("studio");
        open("buckets?create");
        click("New namespace …");
        find(TextField.class).withLabel("Name").all().getLast().setValue(wanted);
        click("Claim");
        type("Name", fresh("photos"));
        assertThat(namespaces.list(me())).extracting("name").contains(wanted);
        assertThat(find(Dialog.class).all()).hasSize(1);
    }

    @Test
    void somebody_elses_namespace_is_refused_with_a_free_variant() {
        var theirs = namespaces.list(people.arrive("carla")).getFirst().name();
        open("account");
        click("Claim a namespace …");
        type("Name", theirs);
        click("Claim");
        assertThat(find(TextField.class).withLabel("Name").single().getErrorMessage())
                .contains(theirs + " is taken. Try ");
    }

    private TextField nameField() {
        return find(TextField.class).withLabel("Name").single();
    }
}
