package io.bramble.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bramble.People;
import io.bramble.account.Membership;
import io.bramble.bucket.Namespaces;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

@ApiTest
class BucketsResourceTest {
    @Autowired
    RestTestClient client;

    @Autowired
    People people;

    @Autowired
    Namespaces namespaces;

    private Membership ann;
    private String token;

    @BeforeEach
    void ann_arrives() {
        ann = people.arrive("ann");
        token = people.token(ann);
    }

    @Test
    void a_bucket_is_accepted_at_once_and_ready_soon() {
        var made = create(fresh())
                .expectStatus()
                .isAccepted()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        assertThat(made.keySet().toString())
                .contains("id", "name", "namespace", "state", "endpoint", "url", "region", "conditions");
        await().atMost(Duration.ofSeconds(20)).until(() -> state(made.get("id")), "READY"::equals);
    }

    @Test
    void bad_names_are_refused_with_the_field_and_the_reason() {
        for (var name : List.of("A", "a..b", "192.168.0.1", "xn--x", "x".repeat(64), "minio", ""))
            create(name)
                    .expectStatus()
                    .value(status -> assertThat(status).as(name).isIn(400, 409))
                    .expectBody()
                    .jsonPath("$.errors[0].field")
                    .isEqualTo("name")
                    .jsonPath("$.detail")
                    .isNotEmpty();
    }

    @Test
    void what_an_engine_lacks_answers_501_and_is_not_among_what_it_can() {
        var made = create(fresh()).expectBody(Map.class).returnResult().getResponseBody();
        var path = "/api/v1/buckets/" + made.get("id");
        client.get()
                .uri(path + "/settings")
                .headers(h -> h.setBearerAuth(token))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.versioning")
                .isEqualTo(false)
                .jsonPath("$.lifecycle")
                .isEmpty()
                .jsonPath("$.can")
                .value(Object.class, can -> assertThat(can.toString()).doesNotContain("VERSIONING", "LIFECYCLE"));
        for (var wish : List.of(
                Map.entry("/versioning", Map.of("enabled", true)),
                Map.entry("/lifecycle", Map.of("rules", List.of(Map.of("expireAfterDays", 1)))),
                Map.entry("/events", Map.of("rules", List.of(Map.of("kinds", List.of("CREATED"))))),
                Map.entry("/tags", Map.of("tags", Map.of("team", "a")))))
            put(path + wish.getKey(), wish.getValue())
                    .expectStatus()
                    .isEqualTo(501)
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("urn:bramble:problem:not-supported-by-engine")
                    .jsonPath("$.detail")
                    .value(String.class, detail -> assertThat(detail).startsWith("This engine has no "));
    }

    @Test
    void settings_with_holes_are_refused_at_their_field() {
        var made = create(fresh()).expectBody(Map.class).returnResult().getResponseBody();
        var path = "/api/v1/buckets/" + made.get("id");
        for (var wish : Map.of("/versioning", "enabled", "/lifecycle", "rules", "/cors", "rules", "/tags", "tags")
                .entrySet())
            put(path + wish.getKey(), Map.of())
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors[0].field")
                    .isEqualTo(wish.getValue());
        put(path + "/cors", Map.of("rules", List.of(Map.of("methods", List.of("GET")))))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("rules[].origins");
        put(path + "/events", Map.of("rules", List.of(Map.of("kinds", List.of("LOOKED_AT")))))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("rules[].kinds");
    }

    private RestTestClient.ResponseSpec put(String path, Object body) {
        return client.put()
                .uri(path)
                .headers(h -> h.setBearerAuth(token))
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    @Test
    void of_two_people_wanting_one_name_exactly_one_gets_it() throws Exception {
        var bob = people.token(people.arrive("bob"));
        var name = fresh();
        try (var pool = Executors.newFixedThreadPool(2)) {
            List<Callable<Integer>> both = List.of(() -> status(token, name), () -> status(bob, name));
            var statuses = pool.invokeAll(both).stream()
                    .map(f -> f.resultNow())
                    .sorted()
                    .toList();
            assertThat(statuses).isEqualTo(List.of(202, 409));
        }
    }

    @Test
    void a_key_is_told_once_and_a_replay_keeps_its_secret() {
        var id = id(create(fresh()));
        var path = "/api/v1/buckets/" + id + "/keys";
        var key = post(path, Map.of("name", "laptop", "permission", "read-write"), "k1")
                .expectStatus()
                .isCreated()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        assertThat(key.get("secretAccessKey")).asString().hasSize(40);
        post(path, Map.of("name", "laptop", "permission", "read-write"), "k1")
                .expectHeader()
                .valueEquals("Idempotent-Replayed", "true")
                .expectBody()
                .jsonPath("$.accessKeyId")
                .isEqualTo(key.get("accessKeyId"))
                .jsonPath("$.secretAccessKey")
                .doesNotExist();
        await().atMost(Duration.ofSeconds(20)).until(() -> keyState(key.get("id")), "ACTIVE"::equals);
    }

    @Test
    void a_key_name_of_300_characters_is_refused() {
        var id = id(create(fresh()));
        post("/api/v1/buckets/" + id + "/keys", Map.of("name", "n".repeat(300), "permission", "read-only"), "k2")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("name");
    }

    @Test
    void deleting_wants_the_name_and_restoring_brings_the_bucket_back() {
        var name = fresh();
        var id = id(create(name));
        await().atMost(Duration.ofSeconds(20)).until(() -> state(id), "READY"::equals);
        delete(id, "wrong").expectStatus().isBadRequest();
        delete(id, name).expectStatus().isAccepted();
        assertThat(state(id)).isEqualTo("DELETED");
        post("/api/v1/buckets/" + id + "/restore", Map.of(), "r1")
                .expectStatus()
                .isAccepted();
        await().atMost(Duration.ofSeconds(20)).until(() -> state(id), "READY"::equals);
    }

    @Test
    void lists_come_in_pages() {
        var names = List.of("one-" + fresh(), "two-" + fresh(), "three-" + fresh());
        names.forEach(this::create);
        var first = page("/api/v1/buckets?limit=2");
        assertThat((List<?>) first.get("items")).hasSize(2);
        var second = page("/api/v1/buckets?limit=2&cursor=" + first.get("next"));
        assertThat((List<?>) second.get("items")).hasSize(1);
        assertThat(second.get("next")).isNull();
    }

    @Test
    void usage_has_a_cost_and_says_when_nothing_was_measured() {
        var report = page("/api/v1/usage");
        assertThat(report.get("storedBytes")).isNull();
        assertThat(report.get("estimatedCost")).isEqualTo(Map.of("minor", 0, "currency", "USD"));
        client.get()
                .uri("/api/v1/usage?month=x")
                .headers(h -> h.setBearerAuth(token))
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    private String fresh() {
        return "photos-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private RestTestClient.ResponseSpec create(String name) {
        return post(
                "/api/v1/buckets",
                Map.of("namespace", namespace(), "name", name),
                UUID.randomUUID().toString());
    }

    private String namespace() {
        return namespaces.list(ann).getFirst().name();
    }

    private int status(String bearer, String name) {
        return client.post()
                .uri("/api/v1/buckets")
                .headers(h -> h.setBearerAuth(bearer))
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("name", name))
                .exchange()
                .returnResult(String.class)
                .getStatus()
                .value();
    }

    private static Object id(RestTestClient.ResponseSpec made) {
        return made.expectBody(Map.class).returnResult().getResponseBody().get("id");
    }

    private Object state(Object id) {
        return page("/api/v1/buckets/" + id).get("state");
    }

    private Object keyState(Object id) {
        return page("/api/v1/keys/" + id).get("state");
    }

    private Map<?, ?> page(String path) {
        return client.get()
                .uri(path)
                .headers(h -> h.setBearerAuth(token))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
    }

    private RestTestClient.ResponseSpec delete(Object id, String name) {
        return client.delete()
                .uri("/api/v1/buckets/" + id + "?name=" + name)
                .headers(h -> h.setBearerAuth(token))
                .exchange();
    }

    private RestTestClient.ResponseSpec post(String path, Map<String, ?> body, String key) {
        return client.post()
                .uri(path)
                .headers(h -> h.setBearerAuth(token))
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }
}
