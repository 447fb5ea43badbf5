package io.bramble.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The operator sees who uses how much of what; a customer sees that there is nothing. */
@ExtendWith(Stage.Setting.class)
class AdminJourneyIT {
    private static final String CUSTOMER = "brambleberry@bramble.example";

    private final Stage stage;

    AdminJourneyIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void an_operator_reads_the_usage_of_all_and_takes_it_along() throws IOException {
        try (var admin = signedIn("admin")) {
            admin.link("Accounts").click();
            assertThat(admin.page().locator("vaadin-grid")).containsText("Brambleberry Farm");
            admin.link("Brambleberry Farm").click();
            assertThat(admin.heading("Brambleberry Farm")).isVisible();
            assertThat(admin.page().locator("vaadin-grid").first()).containsText("photos");
            assertThat(admin.page().locator("vaadin-grid").last()).containsText(CUSTOMER);
            admin.link("Usage report").click();
            assertThat(admin.page().locator("vaadin-grid").first()).containsText(CUSTOMER);
            assertThat(csvOf(admin)).contains(CUSTOMER);
            admin.link("Engines").click();
            assertThat(admin.page().locator("vaadin-app-layout")).containsText("Ready");
            admin.hasNothingToComplainAbout();
        }
    }

    @Test
    void a_customer_finds_no_pages_of_the_operators() {
        try (var customer = signedIn("user")) {
            assertThat(customer.link("Engines")).not().isVisible();
            for (var path : new String[] {"admin", "admin/accounts", "admin/usage", "admin/engines"}) {
                customer.open("/console/" + path);
                assertThat(customer.page().locator("body")).containsText("There is nothing here");
            }
        }
    }

    private Visitor signedIn(String who) {
        var person = stage.demo().get(who);
        var visitor = stage.visitor();
        visitor.signIn(person.get("email").asString(), person.get("password").asString());
        return visitor;
    }

    private static String csvOf(Visitor admin) throws IOException {
        var download =
                admin.page().waitForDownload(() -> admin.link("Download CSV").click());
        return Files.readString(download.path());
    }
}
