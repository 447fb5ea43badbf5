package io.bramble.bucket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.bramble.ModuleTest;
import io.bramble.account.AccountScope;
import io.bramble.account.InvalidField;
import io.bramble.account.Membership;
import io.bramble.account.Standing;
import io.bramble.bucket.FileAnswer.Refusal;
import io.bramble.bucket.FileAnswer.Refused;
import io.bramble.bucket.FileAnswer.Signed;
import io.bramble.local.SettableClock;
import io.bramble.storage.StoreException.QuotaExceeded;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
@Import(Customers.class)
class UploadsTest {
    private static final long GIB = 1L << 30;

    @Autowired
    Uploads uploads;

    @Autowired
    Buckets buckets;

    @Autowired
    Customers customers;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void a_browser_puts_a_file_with_the_ticket_alone() throws Exception {
        var ann = customers.arrive("ann");
        var bucket = customers.ready(ann, "photos");
        var plan = uploads.plan(ann, bucket.id());
        for (var key : List.of("raw/a b+c%20🫐.jpg", "a//b", "/leading", "x".repeat(1024))) {
            var signed = (Signed) sign(plan, new FileWish(key, 5, "image/jpeg")).getFirst();
            assertThat(put(signed, "hello")).isEqualTo(200);
            assertThat(customers.program(ann, bucket).get(key)).isEqualTo("hello");
        }
        uploads.finish(plan.uploadId(), plan.ticket());
    }

    @Test
    void an_empty_file_is_a_file() throws Exception {
        var ann = customers.arrive("ann");
        var bucket = customers.ready(ann, "photos");
        var signed = (Signed) sign(uploads.plan(ann, bucket.id()), new FileWish("empty", 0, ""))
                .getFirst();
        assertThat(put(signed, "")).isEqualTo(200);
        assertThat(customers.program(ann, bucket).get("empty")).isEmpty();
    }

    @Test
    void a_signature_is_for_that_size_alone() throws Exception {
        var ann = customers.arrive("ann");
        var bucket = customers.ready(ann, "photos");
        var signed = (Signed) sign(uploads.plan(ann, bucket.id()), new FileWish("five", 5, "text/plain"))
                .getFirst();
        assertThat(put(signed, "longer than said")).isBetween(400, 499);
    }

    @Test
    void what_is_no_key_is_refused_one_by_one() {
        var ann = customers.arrive("ann");
        var plan = uploads.plan(ann, customers.ready(ann, "photos").id());
        var answers = sign(plan, wish(""), wish("x".repeat(1025)), wish(".bramble-canary/probe"), wish("fine"));
        assertThat(answers.subList(0, 3))
                .allSatisfy(answer -> assertThat(((Refused) answer).reason()).isEqualTo(Refusal.INVALID_KEY));
        assertThat(((Refused) answers.get(1)).message()).contains("1,024").contains("1,025");
        assertThat(answers.get(3)).isInstanceOf(Signed.class);
    }

    @Test
    void what_the_account_has_no_room_for_is_refused_before_a_byte_moves() {
        var ann = customers.arrive("ann");
        var plan = uploads.plan(ann, customers.ready(ann, "photos").id());
        var answers = sign(plan, gib("one", 4), gib("two", 4), gib("three", 4), wish("small"));
        assertThat(answers.get(2)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(Refusal.QUOTA_EXCEEDED);
            assertThat(refused.message()).contains("10 GiB");
        });
        assertThat(answers.get(3)).isInstanceOf(Signed.class);
        assertThat(sign(plan, gib("four", 3)).getFirst()).isInstanceOf(Refused.class);
    }

    @Test
    void signing_a_file_again_reserves_nothing_twice() {
        var ann = customers.arrive("ann");
        var plan = uploads.plan(ann, customers.ready(ann, "photos").id());
        for (var again = 0; again < 5; again++)
            assertThat(sign(plan, gib("film", 5)).getFirst()).isInstanceOf(Signed.class);
    }

    @Test
    void what_has_arrived_is_not_counted_beside_its_reservation() {
        var ann = customers.arrive("ann");
        var bucket = customers.ready(ann, "photos");
        var plan = uploads.plan(ann, bucket.id());
        sign(plan, gib("one", 4));
        measured(bucket.id(), 4 * GIB);
        assertThat(sign(plan, gib("two", 4)).getFirst()).isInstanceOf(Signed.class);
        assertThat(sign(plan, gib("three", 4)).getFirst()).isInstanceOf(Refused.class);
    }

    @Test
    void an_ended_upload_gives_its_room_back() {
        var ann = customers.arrive("ann");
        var bucket = customers.ready(ann, "photos");
        var plan = uploads.plan(ann, bucket.id());
        sign(plan, gib("one", 5), gib("two", 4));
        uploads.finish(plan.uploadId(), plan.ticket());
        uploads.finish(plan.uploadId(), plan.ticket());
        assertThat(sign(uploads.plan(ann, bucket.id()), gib("three", 5)).getFirst())
                .isInstanceOf(Signed.class);
        assertThatThrownBy(() -> sign(plan, wish("late"))).isInstanceOf(TicketRefused.class);
    }

    @Test
    void a_buckets_own_limit_holds_for_the_browser_and_for_programs() {
        var ann = customers.arrive("ann");
        var bucket = customers.ready(ann, "photos");
        var program = customers.program(ann, bucket);
        buckets.quota(ann, bucket.id(), 10L);
        var plan = uploads.plan(ann, bucket.id());
        assertThat(sign(plan, new FileWish("big", 11, "")).getFirst()).isInstanceOf(Refused.class);
        await().atMost(5, SECONDS).untilAsserted(() -> assertThatThrownBy(() -> program.put("big", "x".repeat(11)))
                .isInstanceOf(QuotaExceeded.class));
        program.put("small", "x");
    }

    @Test
    void a_ticket_ends_with_its_hour_with_another_ticket_and_with_its_makers_membership() {
        var ann = customers.arrive("ann");
        var bucket = customers.ready(ann, "photos");
        var plan = uploads.plan(ann, bucket.id());
        assertThatThrownBy(() -> uploads.sign(plan.uploadId(), "brmu_wrong", List.of(wish("a"))))
                .isInstanceOf(TicketRefused.class);
        assertThatThrownBy(() -> uploads.sign(UUID.randomUUID(), plan.ticket(), List.of(wish("a"))))
                .isInstanceOf(TicketRefused.class);
        clock.advance(Duration.ofMinutes(50));
        assertThat(sign(plan, wish("a"))).hasSize(1);
        clock.advance(Duration.ofMinutes(50));
        assertThat(sign(plan, wish("b"))).hasSize(1);
        makeViewer(ann);
        assertThatThrownBy(() -> sign(plan, wish("c"))).isInstanceOf(TicketRefused.class);
        clock.advance(Duration.ofMinutes(61));
        assertThatThrownBy(() -> uploads.finish(plan.uploadId(), plan.ticket())).isInstanceOf(TicketRefused.class);
    }

    @Test
    void a_suspended_account_signs_nothing() {
        var ann = customers.arrive("ann");
        var bucket = customers.ready(ann, "photos");
        var plan = uploads.plan(ann, bucket.id());
        customers.standing(ann, Standing.SUSPENDED);
        assertThatThrownBy(() -> sign(plan, wish("a"))).isInstanceOf(StandingForbids.class);
        assertThatThrownBy(() -> uploads.plan(ann, bucket.id())).isInstanceOf(StandingForbids.class);
    }

    @Test
    void a_thousand_files_are_signed_at_once_and_no_more() {
        var ann = customers.arrive("ann");
        var plan = uploads.plan(ann, customers.ready(ann, "photos").id());
        var thousand = IntStream.range(0, 1000).mapToObj(i -> wish("file-" + i)).toList();
        assertThat(uploads.sign(plan.uploadId(), plan.ticket(), thousand))
                .hasSize(1000)
                .allMatch(Signed.class::isInstance);
        var more = IntStream.range(0, 1001).mapToObj(i -> wish("file-" + i)).toList();
        assertThatThrownBy(() -> uploads.sign(plan.uploadId(), plan.ticket(), more))
                .isInstanceOf(InvalidField.class);
    }

    @Test
    void a_plan_never_prints_its_ticket() {
        var ann = customers.arrive("ann");
        var plan = uploads.plan(ann, customers.ready(ann, "photos").id());
        assertThat(plan.toString()).doesNotContain(plan.ticket());
    }

    private List<FileAnswer> sign(UploadPlan plan, FileWish... files) {
        return uploads.sign(plan.uploadId(), plan.ticket(), List.of(files));
    }

    private static FileWish wish(String key) {
        return new FileWish(key, 1, "");
    }

    private static FileWish gib(String key, int gib) {
        return new FileWish(key, gib * GIB, "");
    }

    private static int put(Signed signed, String body) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(signed.url()).PUT(HttpRequest.BodyPublishers.ofString(body, UTF_8));
            signed.headers().forEach((name, value) -> {
                if (!name.equalsIgnoreCase("content-length") && !name.equalsIgnoreCase("host"))
                    request.header(name, value);
            });
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .statusCode();
        }
    }

    private void measured(UUID bucketId, long bytes) {
        AccountScope.platform(() -> transactions.executeWithoutResult(
                _ -> buckets.measured(bucketId, bytes, 1, clock.instant().plusSeconds(1))));
    }

    private void makeViewer(Membership member) {
        AccountScope.platform(() -> transactions.executeWithoutResult(
                _ -> jdbc.sql("update membership set role = 'VIEWER' where account_id = :account")
                        .param("account", member.accountId())
                        .update()));
    }
}
