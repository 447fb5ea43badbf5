package io.bramble.ui.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.TextField;
import io.bramble.People;
import io.bramble.account.Accounts;
import io.bramble.account.Standing;
import io.bramble.ui.ScreenTest;
import io.bramble.ui.SignedIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class OperatorsScreensTest extends ScreenTest {
    @Autowired
    Accounts accounts;

    @Autowired
    People people;

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
