package io.bramble.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bramble.People;
import io.bramble.account.Membership;
import io.bramble.bucket.BucketView;
import io.bramble.bucket.Customers;
import io.bramble.bucket.Files;
import io.bramble.bucket.ObjectJob;
import io.bramble.storage.ListRequest;
import io.bramble.storage.StoredObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

@ApiTest
class JobsResourceTest {
    @Autowired
    RestTestClient client;

    @Autowired
    People people;

    @Autowired
    Customers customers;

    @Autowired
    Files files;

    private Membership ann;
    private BucketView photos;

    @BeforeEach
    void ann_has_two_files() {
        ann = people.arrive("ann");
        photos = customers.ready(ann, "photos");
        var program = customers.program(ann, photos);
        program.put("may/a", "one");
        program.put("may/b", "two");
    }

    @Test
    void a_folder_is_moved_and_the_job_tells_how_that_went() {
        var job = begin(Map.of("kind", "move", "folders", List.of("may/"), "to", "2026/"));
        assertThat(job.kind()).isEqualTo("move");
        await().until(() -> get(job).job().state().ended());
        var ended = get(job);
        assertThat(ended.job().state()).isEqualTo(ObjectJob.State.DONE);
        assertThat(ended.job().done()).isEqualTo(2);
        assertThat(ended.failures()).isEmpty();
        assertThat(keys()).containsExactly("2026/may/a", "2026/may/b");
        client.get()
                .uri("/api/v1/buckets/" + photos.id() + "/jobs")
                .headers(h -> h.setBearerAuth(people.token(ann)))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].id")
                .isEqualTo(job.id().toString());
    }

    @Test
    void a_deletion_is_taken_back_within_ten_seconds() {
        var job = begin(Map.of("kind", "delete", "files", List.of("may/a")));
        assertThat(job.state()).isEqualTo(ObjectJob.State.WAITING);
        post("/api/v1/jobs/" + job.id() + "/undo", Map.of())
                .expectStatus()
                .isAccepted()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("STOPPED");
        assertThat(keys()).containsExactly("may/a", "may/b");
    }

    @Test
    void what_cannot_be_done_names_its_field() {
        refused(Map.of("kind", "explode"), "kind", HttpStatus.BAD_REQUEST);
        refused(Map.of("kind", "delete"), "files", HttpStatus.BAD_REQUEST);
        refused(Map.of("kind", "move", "folders", List.of("may/"), "to", "may/x/"), "to", HttpStatus.BAD_REQUEST);
        refused(Map.of("kind", "copy", "files", List.of("a")), "to", HttpStatus.BAD_REQUEST);
        refused(
                Map.of("kind", "copy", "files", List.of("a"), "to", "", "duplicates", "burn"),
                "duplicates",
                HttpStatus.BAD_REQUEST);
        post(jobsOfPhotos(), Map.of("kind", "clear-versions")).expectStatus().isEqualTo(HttpStatus.NOT_IMPLEMENTED);
    }

    private void refused(Map<String, Object> body, String field, HttpStatus status) {
        post(jobsOfPhotos(), body)
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    private JobsResource.Job begin(Map<String, Object> body) {
        return post(jobsOfPhotos(), body)
                .expectStatus()
                .isAccepted()
                .expectBody(JobsResource.Job.class)
                .returnResult()
                .getResponseBody();
    }

    private String jobsOfPhotos() {
        return "/api/v1/buckets/" + photos.id() + "/jobs";
    }

    private RestTestClient.ResponseSpec post(String path, Map<String, Object> body) {
        return client.post()
                .uri(path)
                .headers(h -> h.setBearerAuth(people.token(ann)))
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private JobsResource.Detailed get(JobsResource.Job job) {
        return client.get()
                .uri("/api/v1/jobs/" + job.id())
                .headers(h -> h.setBearerAuth(people.token(ann)))
                .exchange()
                .expectBody(JobsResource.Detailed.class)
                .returnResult()
                .getResponseBody();
    }

    private List<String> keys() {
        return files.list(ann, photos.id(), ListRequest.subtree("", 10)).objects().stream()
                .map(StoredObject::key)
                .toList();
    }
}
