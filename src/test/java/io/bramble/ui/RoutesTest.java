package io.bramble.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.anonymous;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteData;
import com.vaadin.flow.server.VaadinService;
import io.bramble.People;
import io.bramble.account.ApiTokens;
import io.bramble.account.Membership;
import io.bramble.account.Scope;
import io.bramble.bucket.Buckets;
import io.bramble.bucket.Creation;
import io.bramble.bucket.Namespaces;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Every page of the console, asked for by those who may not see it. A new route fails here until it is covered. */
class RoutesTest extends ScreenTest {
    private static final String NOTHING = "There is nothing here";
    private static final Set<String> OWN = Set.of("", "buckets", "usage", "tokens", "account");
    private static final Set<String> OF_A_BUCKET = Set.of(
            "b/:namespace/:bucket",
            "b/:namespace/:bucket/files",
            "b/:namespace/:bucket/links",
            "b/:namespace/:bucket/keys",
            "b/:namespace/:bucket/usage",
            "b/:namespace/:bucket/settings");
    private static final Set<String> OF_OPERATORS =
            Set.of("admin", "admin/accounts", "admin/accounts/:account", "admin/usage", "admin/engines");

    @Autowired
    People people;

    @Autowired
    Buckets buckets;

    @Autowired
    Namespaces namespaces;

    @Autowired
    ApiTokens tokens;

    @Autowired
    WebApplicationContext application;

    private Membership bert;
    private Map<String, String> secrets;

    @BeforeEach
    void bert_has_one_of_everything() {
        bert = people.arrive("bert");
        var namespace = namespaces.list(bert).getFirst();
        var name = "private-" + UUID.randomUUID().toString().substring(0, 8);
        var bucket = ((Creation.Accepted) buckets.create(bert, namespace.id(), name)).bucket();
        var token = tokens.issue(bert, "token-of-" + name, Set.of(Scope.BUCKET_READ), Duration.ofDays(1));
        secrets = Map.of(
                ":namespace", namespace.name(),
                ":bucket", name,
                ":account", bert.accountId().toString(),
                "e-mail", bert.actor(),
                "bucket id", bucket.id().toString(),
                "token", token.token().name());
    }

    @Test
    void every_route_is_walked_here() {
        assertThat(templates())
                .as("Say in this test who may see a new page, and with whose ids")
                .containsExactlyInAnyOrderElementsOf(Stream.of(OWN, OF_A_BUCKET, OF_OPERATORS)
                        .flatMap(Set::stream)
                        .toList());
    }

    @Test
    void a_page_of_ones_own_shows_nothing_of_others() {
        for (var template : OWN) {
            open(template);
            assertThat(words()).as(template).doesNotContain(NOTHING, "Something broke");
            leaksNothing(template);
        }
        open("buckets?q=" + secrets.get(":bucket"));
        leaksNothing("a search for another's bucket");
    }

    @Test
    void a_page_of_anothers_bucket_is_not_there() {
        for (var template : OF_A_BUCKET) isNotThere(template);
    }

    @Test
    void a_page_of_the_operators_is_not_there_for_customers() {
        for (var template : OF_OPERATORS) isNotThere(template);
    }

    @Test
    @SignedIn(name = "olga", roles = "operator")
    void an_operator_finds_no_files_of_customers_either() {
        for (var template : OF_A_BUCKET) isNotThere(template);
    }

    @Test
    @SignedIn(name = "olga", roles = "support")
    void an_account_that_does_not_exist_is_not_there_for_operators() {
        for (var id : List.of(UUID.randomUUID().toString(), "1", "%2e%2e", "0-0-0-0-0")) {
            open("admin/accounts/" + id);
            assertThat(words()).as(id).contains(NOTHING);
        }
    }

    @Test
    void who_is_not_signed_in_is_asked_to() throws Exception {
        var browser = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
        for (var template : templates())
            browser.perform(get("/console/" + address(template)).with(anonymous()))
                    .andExpect(redirectedUrl("/oauth2/authorization/keycloak"));
    }

    private void isNotThere(String template) {
        open(address(template));
        assertThat(words()).as(template).contains(NOTHING);
        leaksNothing(template);
    }

    private void leaksNothing(String page) {
        assertThat(words()
                        + rowsOfTables()
                        + UI.getCurrentOrThrow().getInternals().getTitle())
                .as(page)
                .doesNotContain(secrets.values());
    }

    private String address(String template) {
        var address = template;
        for (var secret : secrets.entrySet()) address = address.replace(secret.getKey(), secret.getValue());
        return address;
    }

    private static List<String> templates() {
        return VaadinService.getCurrent().getRouter().getRegistry().getRegisteredRoutes().stream()
                .map(RouteData::getTemplate)
                .toList();
    }
}
