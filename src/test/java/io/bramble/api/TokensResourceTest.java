package io.bramble.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.bramble.People;
import io.bramble.account.AccountScope;
import io.bramble.account.Scope;
import io.bramble.local.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

@ApiTest
class TokensResourceTest {
    @Autowired
    RestTestClient client;

    @Autowired
    People people;

    @Autowired
    SettableClock clock;

    @Autowired
    Idempotency idempotency;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void without_a_token_the_door_stays_shut_and_no_session_is_made() {
        client.get()
                .uri("/api/v1/me")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectHeader()
                .doesNotExist("Set-Cookie")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:bramble:problem:unauthorized");
    }

    @Test
    void unknown_garbled_and_expired_tokens_are_refused_alike() {
        var ann = people.token(people.arrive("ann"));
        for (var token : List.of("brm_unknown", "brm_", "eyJhbGciOiJub25lIn0.e30.", "x".repeat(9_000)))
            get("/api/v1/me", token).expectStatus().isUnauthorized();
        clock.advance(Duration.ofDays(91));
        get("/api/v1/me", ann).expectStatus().isUnauthorized();
        clock.reset();
    }

    @Test
    void a_token_says_who_calls_and_sets_no_cookie() {
        var ann = people.arrive("ann");
        get("/api/v1/me", people.token(ann))
                .expectStatus()
                .isOk()
                .expectHeader()
                .doesNotExist("Set-Cookie")
                .expectBody()
                .jsonPath("$.account.id")
                .isEqualTo(ann.accountId().toString());
    }

    @Test
    void a_new_token_is_told_once_and_works() {
        var token = people.token(people.arrive("bob"));
        var issued = post(token, Map.of("name", "ci", "scopes", List.of("account:read")), "one")
                .expectStatus()
                .isCreated()
                .expectBody(TokensResource.IssuedToken.class)
                .returnResult()
                .getResponseBody();
        get("/api/v1/me", issued.token()).expectStatus().isOk();
        post(token, Map.of("name", "ci", "scopes", List.of("account:read")), "one")
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("Idempotent-Replayed", "true")
                .expectBody()
                .jsonPath("$.token")
                .doesNotExist();
    }

    @Test
    void an_idempotency_key_belongs_to_one_request() {
        var token = people.token(people.arrive("carol"));
        post(token, Map.of("name", "ci", "scopes", List.of("account:read")), "two")
                .expectStatus()
                .isCreated();
        post(token, Map.of("name", "other", "scopes", List.of("account:read")), "two")
                .expectStatus()
                .isEqualTo(422);
    }

    @Test
    void an_answer_is_kept_for_a_day_and_no_longer() {
        var token = people.token(people.arrive("gina"));
        post(token, Map.of("name", "ci", "scopes", List.of("account:read")), "seven");
        forgetAfter(Duration.ofHours(23));
        assertThat(kept("seven")).isOne();
        forgetAfter(Duration.ofHours(2));
        assertThat(kept("seven")).isZero();
        clock.reset();
    }

    private void forgetAfter(Duration pause) {
        clock.advance(pause);
        AccountScope.platform(idempotency::forgetOld);
    }

    private int kept(String key) {
        return AccountScope.platform(
                () -> transactions.execute(_ -> jdbc.sql("select count(*) from idempotent_answer where key = ?")
                        .param(key)
                        .query(Integer.class)
                        .single()));
    }

    @Test
    void a_token_gives_no_more_than_it_has() {
        var token = people.token(people.arrive("dora"), Set.of(Scope.ACCOUNT_WRITE));
        post(token, Map.of("name", "more", "scopes", List.of("key:write")), "three")
                .expectStatus()
                .isForbidden();
    }

    @Test
    void a_missing_or_wrong_field_is_named() {
        var token = people.token(people.arrive("erin"));
        post(token, Map.of("scopes", List.of("account:read")), "four")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("name");
        post(token, Map.of("name", "x", "scopes", List.of("everything")), "five")
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("scopes");
    }

    @Test
    void a_revoked_token_is_out_at_once() {
        var token = people.token(people.arrive("frank"));
        var other = post(token, Map.of("name", "old", "scopes", List.of("account:read")), "six")
                .expectBody(TokensResource.IssuedToken.class)
                .returnResult()
                .getResponseBody();
        client.delete()
                .uri("/api/v1/tokens/" + other.id())
                .headers(h -> h.setBearerAuth(token))
                .exchange()
                .expectStatus()
                .isNoContent();
        get("/api/v1/me", other.token()).expectStatus().isUnauthorized();
        assertThat(other.toString()).doesNotContain(other.token());
    }

    private RestTestClient.ResponseSpec get(String path, String token) {
        return client.get().uri(path).headers(h -> h.setBearerAuth(token)).exchange();
    }

    private RestTestClient.ResponseSpec post(String token, Map<String, ?> body, String key) {
        return client.post()
                .uri("/api/v1/tokens")
                .headers(h -> h.setBearerAuth(token))
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }
}
