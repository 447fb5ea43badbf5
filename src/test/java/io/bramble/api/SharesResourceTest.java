package io.bramble.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.bramble.People;
import io.bramble.account.Membership;
import io.bramble.bucket.BucketView;
import io.bramble.bucket.Customers;
import io.bramble.bucket.SharedLinks;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@ApiTest
class SharesResourceTest {
    @Autowired
    RestTestClient client;

    @Autowired
    People people;

    @Autowired
    Customers customers;

    @Autowired
    SharedLinks links;

    @Autowired
    Clock clock;

    private Membership ann;
    private BucketView photos;

    @BeforeEach
    void ann_has_a_bucket() {
        ann = people.arrive("ann");
        photos = customers.ready(ann, "photos");
    }

    @Test
    void a_link_has_the_password_it_was_made_with_and_a_repeated_answer_shows_no_link() {
        var wish = wish("one", "blackberry");
        var made = create(wish, "a-key");
        assertThat(made.hasPassword()).isTrue();
        var address = String.valueOf(made.url());
        assertThat(links.unlock(address.substring(address.lastIndexOf('/') + 1), "blackberry"))
                .isNotEmpty();
        var again = create(wish, "a-key");
        assertThat(again.id()).isEqualTo(made.id());
        assertThat(again.url()).isNull();
    }

    @Test
    void links_are_listed_by_pages() {
        for (var name : new String[] {"one", "two", "three"}) create(wish(name, null), name);
        var first = list("?limit=2");
        assertThat(first.items()).hasSize(2);
        var last = list("?limit=2&cursor=" + first.next());
        assertThat(last.items()).hasSize(1).doesNotContainAnyElementsOf(first.items());
        assertThat(last.next()).isNull();
        client.get()
                .uri("/api/v1/buckets/" + photos.id() + "/shares?cursor=nonsense!")
                .headers(h -> h.setBearerAuth(people.token(ann)))
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    private Map<String, Object> wish(String name, String password) {
        var wish = new HashMap<String, Object>();
        wish.put("kind", "download");
        wish.put("name", name);
        wish.put("path", "");
        wish.put("expiresAt", clock.instant().plus(Duration.ofDays(1)).toString());
        wish.put("password", password);
        return wish;
    }

    private SharesResource.Share create(Map<String, Object> wish, String key) {
        return client.post()
                .uri("/api/v1/buckets/" + photos.id() + "/shares")
                .headers(h -> h.setBearerAuth(people.token(ann)))
                .header(Idempotency.HEADER, key)
                .body(wish)
                .exchange()
                .expectStatus()
                .isCreated()
                .returnResult(SharesResource.Share.class)
                .getResponseBody();
    }

    private Links list(String query) {
        return client.get()
                .uri("/api/v1/buckets/" + photos.id() + "/shares" + query)
                .headers(h -> h.setBearerAuth(people.token(ann)))
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(Links.class)
                .getResponseBody();
    }

    private record Links(List<SharesResource.Share> items, String next) {}
}
