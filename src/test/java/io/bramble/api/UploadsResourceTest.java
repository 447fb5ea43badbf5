package io.bramble.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.bramble.People;
import io.bramble.account.Membership;
import io.bramble.bucket.BucketView;
import io.bramble.bucket.Buckets;
import io.bramble.bucket.Customers;
import io.bramble.bucket.Files;
import io.bramble.storage.ListRequest;
import io.bramble.storage.StoredObject;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

@ApiTest
class UploadsResourceTest {
    @Autowired
    RestTestClient client;

    @Autowired
    People people;

    @Autowired
    Customers customers;

    @Autowired
    Buckets buckets;

    @Autowired
    Files files;

    private Membership ann;
    private BucketView photos;

    @BeforeEach
    void ann_has_a_bucket() {
        ann = people.arrive("ann");
        photos = customers.ready(ann, "photos");
    }

    @Test
    void a_ticket_signs_files_that_then_arrive_in_the_bucket() throws Exception {
        var upload = begin();
        var signed =
                sign(upload, file("2026/été 😀.txt", 5), file("../a//b", 5)).files();
        for (var file : signed) assertThat(put(file, "hello")).isEqualTo(200);
        assertThat(files.list(ann, photos.id(), ListRequest.subtree("", 10)).objects())
                .extracting(StoredObject::key)
                .containsExactlyInAnyOrder("2026/été 😀.txt", "../a//b");
    }

    @Test
    void each_file_is_answered_for_itself() {
        var answers = sign(
                        begin(),
                        file("x".repeat(1025), 1),
                        file("ok", 1),
                        file("huge", 6L << 30),
                        file("", 1),
                        file("a\u0000b", 1))
                .files();
        assertThat(answers)
                .extracting(answer -> answer.url() != null)
                .containsExactly(false, true, false, false, false);
        assertThat(answers.getFirst().problem().getDetail()).contains("1,024 bytes");
        assertThat(answers.get(2).problem().getType()).hasToString("urn:bramble:problem:validation");
    }

    @Test
    void no_files_are_no_answers_and_a_file_that_is_nothing_is_refused() {
        var upload = begin();
        assertThat(sign(upload).files()).isEmpty();
        call(upload.id(), "files", "Bearer " + upload.ticket(), Map.of("files", Collections.singletonList(null)))
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void a_body_that_would_fill_the_memory_is_refused_whoever_sends_it() {
        var files = Collections.nCopies(17, file("x".repeat(1 << 20), 1));
        call(UUID.randomUUID(), "files", "Bearer nobody's", Map.of("files", files))
                .expectStatus()
                .isEqualTo(HttpStatus.CONTENT_TOO_LARGE)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:bramble:problem:too-large");
    }

    @Test
    void what_does_not_fit_any_more_says_so() {
        buckets.quota(ann, photos.id(), 1000L);
        var answers = sign(begin(), file("a", 900), file("b", 900)).files();
        assertThat(answers.getFirst().url()).isNotNull();
        assertThat(answers.getLast().problem().getType()).hasToString("urn:bramble:problem:quota-exceeded");
    }

    @Test
    void a_signature_is_for_that_size_alone() throws Exception {
        var signed = sign(begin(), file("a", 3)).files().getFirst();
        assertThat(put(signed, "much more")).isEqualTo(403);
    }

    @Test
    void nothing_opens_without_the_right_ticket() {
        var upload = begin();
        for (var wrong : List.of("", "Bearer brmu_wrong", "Bearer " + people.token(ann), upload.ticket() + "x"))
            call(upload.id(), "files", wrong, Map.of("files", List.of(file("a", 1))))
                    .expectStatus()
                    .isForbidden()
                    .expectHeader()
                    .doesNotExist("Set-Cookie")
                    .expectBody()
                    .jsonPath("$.detail")
                    .isNotEmpty();
    }

    @Test
    void a_ticket_dies_with_its_upload() {
        var upload = begin();
        for (var twice = 0; twice < 2; twice++)
            call(upload.id(), "complete", "Bearer " + upload.ticket(), Map.of())
                    .expectStatus()
                    .isNoContent();
        call(upload.id(), "files", "Bearer " + upload.ticket(), Map.of("files", List.of(file("a", 1))))
                .expectStatus()
                .isForbidden();
    }

    @Test
    void nobody_uploads_into_a_stranger_s_bucket() {
        post("/api/v1/buckets/" + photos.id() + "/uploads", "Bearer " + people.token(people.arrive("bob")), Map.of())
                .expectStatus()
                .isNotFound();
    }

    @Test
    void a_repeated_beginning_shows_no_ticket() {
        var repeated = List.of(beginAgain("one"), beginAgain("one"));
        assertThat(repeated.getLast().id()).isEqualTo(repeated.getFirst().id());
        assertThat(repeated.getLast().ticket()).isNull();
        assertThat(repeated.getFirst().toString()).doesNotContain("brmu_");
    }

    private UploadsResource.Begun begin() {
        return beginAgain(UUID.randomUUID().toString());
    }

    private UploadsResource.Begun beginAgain(String key) {
        return client.post()
                .uri("/api/v1/buckets/" + photos.id() + "/uploads")
                .headers(h -> h.setBearerAuth(people.token(ann)))
                .header(Idempotency.HEADER, key)
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(UploadsResource.Begun.class)
                .returnResult()
                .getResponseBody();
    }

    private UploadsResource.Signed sign(UploadsResource.Begun upload, UploadsResource.File... wishes) {
        return call(upload.id(), "files", "Bearer " + upload.ticket(), Map.of("files", List.of(wishes)))
                .expectStatus()
                .isOk()
                .expectHeader()
                .doesNotExist("Set-Cookie")
                .expectBody(UploadsResource.Signed.class)
                .returnResult()
                .getResponseBody();
    }

    private RestTestClient.ResponseSpec call(UUID upload, String what, String authorization, Map<String, ?> body) {
        return post("/api/v1/uploads/" + upload + "/" + what, authorization, body);
    }

    private RestTestClient.ResponseSpec post(String path, String authorization, Map<String, ?> body) {
        return client.post()
                .uri(path)
                .header("Authorization", authorization)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private static UploadsResource.File file(String key, long size) {
        return new UploadsResource.File(key, size, "text/plain", null);
    }

    private static int put(UploadsResource.SignedFile signed, String content) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(signed.url()).PUT(HttpRequest.BodyPublishers.ofString(content));
            signed.headers().forEach(request::header);
            return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
