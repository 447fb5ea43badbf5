package io.bramble.ui.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.textfield.TextField;
import io.bramble.People;
import io.bramble.account.ApiTokens;
import io.bramble.account.Scope;
import io.bramble.ui.ScreenTest;
import io.bramble.ui.parts.ShownOnceDialog;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TokensViewTest extends ScreenTest {
    @Autowired
    ApiTokens tokens;

    @Autowired
    People people;

    @Test
    void a_new_token_is_shown_once_with_a_line_to_paste() {
        open("tokens");
        click("Create token");
        type("Name", "pipeline");
        tick("See buckets");
        click("Create");
        assertThat(find(ShownOnceDialog.class).exists()).isTrue();
        assertThat(words()).contains("pipeline is ready").contains("/api/v1/me").contains("Bearer brm_");
        test(find(Checkbox.class).withLabel("I have saved it").single()).click();
        click("Done");
        assertThat(words()).doesNotContain("Bearer brm_");
    }

    @Test
    void the_secret_stays_until_it_is_saved() {
        open("tokens");
        click("Create token");
        type("Name", "pipeline");
        tick("See buckets");
        click("Create");
        assertThat(find(Button.class).withText("Done").single().isEnabled()).isFalse();
    }

    @Test
    void what_is_missing_is_said_at_its_field() {
        open("tokens");
        click("Create token");
        click("Create");
        assertThat(find(TextField.class).withLabel("Name").single().getErrorMessage())
                .contains("1 to 100 characters");
        type("Name", "pipeline");
        click("Create");
        assertThat(find(CheckboxGroup.class).single().getErrorMessage()).contains("at least one scope");
        assertThat(find(TextField.class).withLabel("Name").single().isInvalid()).isFalse();
    }

    @Test
    void a_revoked_token_says_so() {
        tokens.issue(me(), "old", Set.of(Scope.BUCKET_READ), Duration.ofDays(30));
        open("tokens");
        assertThat(cell(0, "State")).isEqualTo("Active");
        act(0, "Revoke");
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(tokens.list(me()).getFirst().revokedAt()).isNotNull();
        assertThat(notices()).contains("Revoked old.");
        assertThat(cell(0, "State")).isEqualTo("Revoked");
    }

    @Test
    void another_accounts_tokens_are_not_listed() {
        tokens.issue(people.arrive("bert"), "his", Set.of(Scope.BUCKET_READ), Duration.ofDays(30));
        open("tokens");
        assertThat(rows()).isZero();
    }
}
