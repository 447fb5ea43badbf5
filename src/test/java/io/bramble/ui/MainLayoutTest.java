package io.bramble.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.VaadinSession;
import io.bramble.account.Accounts;
import io.bramble.account.InvalidField;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class MainLayoutTest extends ScreenTest {
    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

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
        test(find(Button.class).withAriaLabel("Keyboard shortcuts").single()).click();
        assertThat(words()).contains("Search in a list", "Upload files", "New folder", "Delete what is selected");
    }

    private static void throwInListener(RuntimeException thrown) {
        VaadinSession.getCurrent().getErrorHandler().error(new ErrorEvent(thrown));
    }

    private List<String> places() {
        return find(SideNavItem.class).all().stream().map(SideNavItem::getLabel).toList();
    }
}
