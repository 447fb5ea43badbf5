package io.bramble.ui.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import io.bramble.People;
import io.bramble.account.Accounts;
import io.bramble.account.Standing;
import io.bramble.billing.Plans;
import io.bramble.ui.ScreenTest;
import io.bramble.ui.SignedIn;
import io.bramble.ui.parts.Numbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class OperatorsScreensTest extends ScreenTest {
    @Autowired
    Accounts accounts;

    @Autowired
    People people;

    @Autowired
    Plans plans;

    @ParameterizedTest
    @ValueSource(strings = {"admin", "admin/accounts", "admin/usage", "admin/engines"})
    void customers_find_nothing_there(String page) {
        open(page);
        assertThat(words()).contains("There is nothing here").doesNotContain("Needs attention", "Download CSV");
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "admin/accounts", "admin/usage", "admin/engines"})
    @SignedIn(name = "olga", roles = "support")
    void each_page_opens_for_staff(String page) {
        open(page);
        assertThat(words()).doesNotContain("There is nothing here", "Something broke");
    }

    @Test
    @SignedIn(name = "olga", roles = "operator")
    void accounts_are_found_by_their_owners_address() {
        var bert = people.arrive("bert");
        open("admin/accounts?q=" + bert.actor());
        assertThat(rows()).isEqualTo(1);
        assertThat(cell(0, "Standing")).isEqualTo("Active");
    }

    @Test
    @SignedIn(name = "olga", roles = "operator")
    void a_standing_is_changed_with_a_reason_only() {
        var bert = people.arrive("bert");
        open("admin/accounts?q=" + bert.actor());
        act(0, "Change standing");
        select("Standing", "Read only: reads and deletes, does not write");
        click("Change standing");
        assertThat(find(TextField.class).withLabel("Reason").single().getErrorMessage())
                .contains("Say why");
        type("Reason", "unpaid since May");
        click("Change standing");
        assertThat(accounts.get(bert).standing()).isEqualTo(Standing.READ_ONLY);
        assertThat(cell(0, "Standing")).isEqualTo("Read only");
    }

    @Test
    @SignedIn(name = "olga", roles = "operator")
    void an_account_is_moved_to_a_larger_plan_with_a_reason() {
        var bert = people.arrive("bert");
        open("admin/accounts/" + bert.accountId());
        click("Change plan …");
        var pro = plans.plan("pro");
        select(
                "Plan",
                "Pro: " + Numbers.bytes(pro.limits().storageBytes()) + ", "
                        + Numbers.count(pro.limits().buckets(), "bucket") + ", "
                        + Numbers.count(pro.limits().keys(), "key"));
        click("Change plan");
        assertThat(find(TextField.class).withLabel("Reason").single().getErrorMessage())
                .contains("Say why");
        type("Reason", "asked for it by mail");
        click("Change plan");
        assertThat(accounts.get(bert).plan()).isEqualTo("pro");
        assertThat(accounts.get(bert).limits().storageBytes())
                .isEqualTo(pro.limits().storageBytes());
        assertThat(words()).contains("Pro plan").contains("bert is on the Pro plan now.");
    }

    @Test
    @SignedIn(name = "olga", roles = "operator")
    void a_standing_is_changed_on_the_accounts_page_too() {
        var bert = people.arrive("bert");
        open("admin/accounts/" + bert.accountId());
        click("Change standing …");
        select("Standing", "Suspended: neither reads nor writes");
        type("Reason", "abuse");
        click("Change standing");
        assertThat(accounts.get(bert).standing()).isEqualTo(Standing.SUSPENDED);
        assertThat(words()).contains("Suspended");
    }

    @Test
    @SignedIn(name = "sam", roles = "support")
    void support_changes_nothing_on_an_accounts_page() {
        open("admin/accounts/" + people.arrive("bert").accountId());
        assertThat(find(Button.class).withTextContaining("Change").all()).isEmpty();
    }

    @Test
    @SignedIn(name = "olga", roles = "support")
    void an_account_is_shown_in_one_place() {
        var bert = people.arrive("bert");
        open("admin/accounts/" + bert.accountId());
        assertThat(words())
                .contains("bert", "Active", "Free plan", "10 GiB", "Stored now", "Members")
                .contains(bert.accountId().toString());
        assertThat(rowsOfTables()).contains(bert.actor(), "OWNER");
    }

    @Test
    @SignedIn(name = "olga", roles = "operator")
    void the_report_shows_every_account_of_the_period() {
        people.arrive("bert");
        open("admin/usage?from=2026-11-01&to=2026-11-30");
        assertThat(rows()).isGreaterThanOrEqualTo(2);
    }
}
