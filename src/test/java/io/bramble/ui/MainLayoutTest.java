package io.bramble.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.anonymous;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.VaadinSession;
import io.bramble.account.Accounts;
import io.bramble.account.InvalidField;
import io.bramble.account.Operator;
import io.bramble.account.Standing;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

class MainLayoutTest extends ScreenTest {
    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    WebApplicationContext application;

    private static final Operator OPERATOR = new Operator("olga@example.org", Set.of("operator"));

    @Test
    void customers_see_their_pages_alone() {
        open("");
        assertThat(places()).containsExactly("Dashboard", "Buckets", "Usage", "API tokens", "Account");
    }

    @Test
    @SignedIn(name = "olga", roles = "support")
    void operators_see_their_section_too() {
        open("");
        assertThat(places()).contains("Overview", "Accounts", "Usage report", "Engines");
    }

    @Test
    void an_unknown_page_offers_the_way_back() {
        open("no/such/page");
        assertThat(words()).contains("There is nothing here").contains("Go to the dashboard");
    }

    @Test
    void new_terms_must_be_accepted() {
        jdbc.sql("update app_user set terms_version = '2001-01' where id = :id")
                .param("id", me().userId())
                .update();
        cleanVaadinEnvironment();
        initVaadinEnvironment(); // the next visit
        assertThat(words()).contains("Our terms have changed");
        click("Accept");
        assertThat(accounts.termsAccepted(me())).isTrue();
    }

    @Test
    void a_refusal_is_said_in_its_own_words() {
        open("");
        throwInListener(new InvalidField("name", "Choose another name."));
        assertThat(notices()).contains("Choose another name.");
    }

    @Test
    void a_bug_shows_a_number_and_no_message() {
        open("");
        throwInListener(new IllegalStateException("select secret from table"));
        assertThat(notices()).contains("the number").doesNotContain("secret");
    }

    @Test
    void the_keys_are_listed() {
        open("");
        test(find(Button.class).withAriaLabel("Help and keyboard shortcuts").single())
                .click();
        assertThat(words())
                .contains(
                        "Read the guide", "Search in a list", "Upload files", "New folder", "Delete what is selected");
    }

    @Test
    void a_restricted_account_is_told_on_every_page_and_while_one_looks() {
        open("tokens");
        assertThat(words()).doesNotContain("Your account is read-only.");
        accounts.standing(OPERATOR, me().accountId(), Standing.READ_ONLY, "unpaid");
        eventually(() -> words().contains("Your account is read-only."));
        assertThat(words()).contains("until the operator lifts this", "Reach the operator");
        open("");
        assertThat(words()).contains("Your account is read-only.");
        assertThat(find(Button.class)
                        .withText("Create your first bucket")
                        .single()
                        .isEnabled())
                .isFalse();
        accounts.standing(OPERATOR, me().accountId(), Standing.ACTIVE, "paid");
        eventually(() -> !words().contains("Your account is read-only."));
        assertThat(find(Button.class)
                        .withText("Create your first bucket")
                        .single()
                        .isEnabled())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            WARNED    | Your account has a warning.
            SUSPENDED | Your account is suspended.
            CLOSED    | Your account is closed.""")
    void each_restriction_has_its_words(Standing standing, String words) {
        accounts.standing(OPERATOR, me().accountId(), standing, "because");
        open("account");
        eventually(() -> words().contains(words));
    }

    @Test
    void an_address_that_no_page_has_is_the_consoles_to_answer() throws Exception {
        var browser = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
        browser.perform(get("/console/nowhere")).andExpect(status().isNotFound());
        browser.perform(get("/console/nowhere").with(anonymous())).andExpect(status().is3xxRedirection());
    }

    private static void throwInListener(RuntimeException thrown) {
        VaadinSession.getCurrent().getErrorHandler().error(new ErrorEvent(thrown));
    }

    private List<String> places() {
        return find(SideNavItem.class).all().stream().map(SideNavItem::getLabel).toList();
    }
}
