package io.bramble.bucket;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.bramble.account.AccountScope;
import io.bramble.account.Accounts;
import io.bramble.account.Limits;
import io.bramble.account.Membership;
import io.bramble.local.SettableClock;
import io.bramble.provisioning.Engines;
import io.bramble.storage.StoreException.QuotaExceeded;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What was agreed on is not exceeded, by whatever road bytes come; the same for every kind of engine. */
@Import(Customers.class)
abstract class QuotaContract {
    static final int MIB = 1 << 20;

    @Autowired
    Buckets buckets;

    @Autowired
    Uploads uploads;

    @Autowired
    Accounts accounts;

    @Autowired
    Customers customers;

    @Autowired
    Engines engines;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @Test
    void what_one_bucket_holds_the_others_of_its_account_may_not() {
        var ann = withLimit(4 * MIB);
        var full = customers.ready(ann, "full");
        var other = customers.ready(ann, "other");
        var filling = customers.program(ann, full);
        var late = customers.program(ann, other);
        for (var part = 0; part < 3; part++) filling.put("part-" + part, "x".repeat(MIB));
        await().atMost(200, SECONDS).pollInterval(1, SECONDS).until(() -> {
            measure(full);
            return quotaOnEngine(other.id()) <= MIB;
        });
        assertThatThrownBy(() -> late.put("late", "x".repeat(2 * MIB))).isInstanceOf(QuotaExceeded.class);
        late.put("small", "x".repeat(MIB / 4));

        for (var part = 0; part < 3; part++) filling.store().delete(full.name(), "part-" + part);
        await().atMost(200, SECONDS).pollInterval(1, SECONDS).untilAsserted(() -> {
            measure(full);
            assertThatCode(() -> late.put("late", "x".repeat(2 * MIB))).doesNotThrowAnyException();
        });
    }

    @Test
    void too_much_is_refused_by_every_road() throws Exception {
        var ann = customers.arrive("ann");
        var bucket = customers.ready(ann, "narrow");
        var program = customers.program(ann, bucket);
        var plan = uploads.plan(ann, bucket.id());
        var wish = new FileWish("large.bin", 3 * MIB, "");
        var signedBefore = (FileAnswer.Signed)
                uploads.sign(plan.uploadId(), plan.ticket(), List.of(wish)).getFirst();

        buckets.quota(ann, bucket.id(), (long) MIB);
        var other = new FileWish("other.bin", 3 * MIB, "");
        assertThat(uploads.sign(plan.uploadId(), plan.ticket(), List.of(other)).getFirst())
                .isInstanceOfSatisfying(FileAnswer.Refused.class, refused -> assertThat(refused.message())
                        .contains("limit"));
        await().atMost(10, SECONDS)
                .untilAsserted(() -> assertThatThrownBy(() -> program.put("large.txt", "x".repeat(3 * MIB)))
                        .isInstanceOf(QuotaExceeded.class));
        var answer = put(signedBefore, new byte[3 * MIB]);
        assertThat(answer).as("an URL that was signed before").contains("Quota");
        assertThat(program.store().head(bucket.name(), "large.bin")).isEmpty();
    }

    @Test
    void a_program_that_writes_on_and_on_is_stopped() {
        var ann = customers.arrive("ann");
        var bucket = customers.ready(ann, "stream");
        var program = customers.program(ann, bucket);
        buckets.quota(ann, bucket.id(), 4L * MIB);
        await().atMost(10, SECONDS).until(() -> quotaOnEngine(bucket.id()) == 4L * MIB);
        var written = writeUntilRefused(program);
        assertThat(written).isBetween(3L * MIB, 4L * MIB + overshootBytes());
    }

    /** How much this kind of engine may let in before it notices. */
    abstract long overshootBytes();

    private static long writeUntilRefused(Customers.Program program) {
        var written = 0L;
        var until = System.nanoTime() + SECONDS.toNanos(200);
        while (System.nanoTime() < until) {
            try {
                program.put("piece-" + written, "x".repeat(MIB / 4));
                written += MIB / 4;
            } catch (QuotaExceeded stopped) {
                return written;
            }
        }
        throw new AssertionError("never stopped, after " + written + " bytes");
    }

    private Membership withLimit(long bytes) {
        var ann = customers.arrive("ann");
        AccountScope.platform(() -> transactions.executeWithoutResult(
                _ -> accounts.limits(ann.accountId(), "free", new Limits(bytes, 5, 10))));
        return ann;
    }

    /** As the collector does it, without waiting for its minute. */
    private void measure(BucketView bucket) {
        var engine = engines.place(null);
        engines.admin(engine)
                .usage(bucket.name())
                .ifPresent(usage -> AccountScope.platform(() -> transactions.executeWithoutResult(
                        _ -> buckets.measured(bucket.id(), usage.bytes(), usage.objects(), clock.instant()))));
    }

    private long quotaOnEngine(UUID bucketId) {
        return AccountScope.platform(() -> Objects.requireNonNull(
                transactions.execute(_ -> jdbc.sql("select coalesce(engine_quota_bytes, 0) from bucket where id = ?")
                        .param(bucketId)
                        .query(Long.class)
                        .single())));
    }

    private static String put(FileAnswer.Signed signed, byte[] content) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(signed.url()).PUT(HttpRequest.BodyPublishers.ofByteArray(content));
            signed.headers().forEach((name, value) -> {
                if (!name.equalsIgnoreCase("content-length") && !name.equalsIgnoreCase("host"))
                    request.header(name, value);
            });
            var answer = http.send(request.build(), BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        }
    }
}
