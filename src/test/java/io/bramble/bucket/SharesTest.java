package io.bramble.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bramble.ModuleTest;
import io.bramble.account.AccountScope;
import io.bramble.account.InvalidField;
import io.bramble.account.Membership;
import io.bramble.account.Standing;
import io.bramble.bucket.FileAnswer.Refused;
import io.bramble.bucket.FileAnswer.Signed;
import io.bramble.local.SettableClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
@Import(Customers.class)
class SharesTest {
    @Autowired
    Shares shares;

    @Autowired
    SharedLinks links;

    @Autowired
    Uploads uploads;

    @Autowired
    Customers customers;

    @Autowired
    LargeFiles files;

    @Autowired
    ShareRows rows;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    SettableClock clock;

    private Membership ann;
    private BucketView bucket;
    private Customers.Program program;

    @BeforeEach
    void ann_has_a_bucket_with_files() {
        ann = customers.arrive("ann");
        bucket = customers.ready(ann, "photos");
        program = customers.program(ann, bucket);
        program.put("may/one.txt", "one");
        program.put("may/deep/two.txt", "two");
        program.put("mayor.txt", "secret");
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void whoever_has_the_link_of_a_file_downloads_it() throws Exception {
        var token = token(share("may/one.txt"));
        assertThat(links.file(token, "", "").name()).isEqualTo("one.txt");
        var answer = get(links.download(token, "", ""));
        assertThat(answer.body()).isEqualTo("one");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment");
        assertThat(shares.get(
                                ann,
                                shares.list(ann, bucket.id(), 0, 1).getFirst().id())
                        .downloads())
                .isEqualTo(1);
    }

    @Test
    void a_folders_link_shows_what_is_in_it_and_nothing_else() throws Exception {
        var token = token(share("may/"));
        var top = links.list(token, "", "", null);
        assertThat(top.files()).extracting(SharedFile::path).containsExactly("one.txt");
        assertThat(top.folders()).containsExactly("deep/");
        assertThat(links.list(token, "", "deep/", null).files())
                .extracting(SharedFile::path)
                .containsExactly("deep/two.txt");
        assertThat(get(links.download(token, "", "deep/two.txt")).body()).isEqualTo("two");
        for (var outside : List.of("../mayor.txt", "or.txt", "/mayor.txt", "mayor.txt", "nothing", "", "deep/"))
            assertThatThrownBy(() -> links.download(token, "", outside))
                    .as(outside)
                    .isInstanceOf(ShareGone.class);
        assertThatThrownBy(() -> links.list(token, "", "or", null)).isInstanceOf(ShareGone.class);
    }

    @Test
    void a_folder_that_is_gone_or_never_was_is_not_an_empty_one() {
        var token = token(share("may/"));
        assertThatThrownBy(() -> links.list(token, "", "invented/", null))
                .isInstanceOf(ShareGone.class)
                .hasMessageContaining("This folder is not there");
        program.store().delete(program.bucket(), "may/one.txt");
        program.store().delete(program.bucket(), "may/deep/two.txt");
        assertThatThrownBy(() -> links.list(token, "", "", null)).isInstanceOf(ShareGone.class);
        program.put("may/", "");
        assertThat(links.list(token, "", "", null).files()).isEmpty();
    }

    @Test
    void a_password_is_asked_first() {
        var token = token(shares.create(ann, bucket.id(), wish("may/one.txt", "blackberry", null)));
        assertThatThrownBy(() -> links.open(token, "")).isInstanceOf(ShareLocked.class);
        assertThatThrownBy(() -> links.download(token, "made up", "")).isInstanceOf(ShareLocked.class);
        assertThatThrownBy(() -> links.unlock(token, "raspberry")).isInstanceOf(WrongPassword.class);
        var proof = links.unlock(token, "blackberry");
        assertThat(links.file(token, proof, "").sizeBytes()).isEqualTo(3);
        var other = token(shares.create(ann, bucket.id(), wish("may/one.txt", "blackberry", null)));
        assertThatThrownBy(() -> links.open(other, proof)).isInstanceOf(ShareLocked.class);
        clock.advance(Duration.ofHours(13));
        assertThatThrownBy(() -> links.open(token, proof)).isInstanceOf(ShareLocked.class);
    }

    @Test
    void who_guesses_waits() {
        var token = token(shares.create(ann, bucket.id(), wish("may/one.txt", "blackberry", null)));
        for (var attempt = 0; attempt < 10; attempt++)
            assertThatThrownBy(() -> links.unlock(token, "guess")).hasMessageContaining("not the password");
        assertThatThrownBy(() -> links.unlock(token, "blackberry")).hasMessageContaining("five minutes");
        clock.advance(Duration.ofMinutes(6));
        assertThat(links.unlock(token, "blackberry")).isNotEmpty();
    }

    @Test
    void who_guesses_many_at_once_has_no_more_tries() throws Exception {
        var token = token(shares.create(ann, bucket.id(), wish("may/one.txt", "blackberry", null)));
        Callable<String> guess = () -> {
            try {
                return links.unlock(token, "guess");
            } catch (WrongPassword wrong) {
                return String.valueOf(wrong.getMessage());
            }
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads
                    .invokeAll(IntStream.range(0, 30).mapToObj(_ -> guess).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(answers)
                    .filteredOn(answer -> answer.contains("not the password"))
                    .hasSize(10);
            assertThat(answers)
                    .filteredOn(answer -> answer.contains("five minutes"))
                    .hasSize(20);
        }
    }

    @Test
    void who_knows_the_password_uses_no_tries_up() {
        var token = token(shares.create(ann, bucket.id(), wish("may/one.txt", "blackberry", null)));
        for (var visit = 0; visit < 12; visit++)
            assertThat(links.unlock(token, "blackberry")).isNotEmpty();
    }

    @Test
    void a_revoked_link_is_not_brought_back_but_one_that_expired_is() {
        var revoked = shares.create(ann, bucket.id(), wish("may/one.txt", null, null));
        shares.revoke(ann, revoked.id());
        var later = clock.instant().plus(Duration.ofDays(60));
        assertThatThrownBy(() -> shares.extend(ann, revoked.id(), later)).hasMessageContaining("was revoked");
        var expired = shares.create(ann, bucket.id(), wish("may/one.txt", null, null));
        clock.advance(Duration.ofDays(2));
        assertThat(shares.get(ann, expired.id()).state()).isEqualTo(Share.State.EXPIRED);
        assertThat(shares.extend(ann, expired.id(), later).state()).isEqualTo(Share.State.ACTIVE);
    }

    @Test
    void a_path_that_no_database_keeps_is_refused() {
        assertThatThrownBy(() -> wish("may/\0", null, null)).hasMessageContaining("U+0000");
    }

    @Test
    void a_link_that_ended_long_ago_is_forgotten() {
        var old = shares.create(ann, bucket.id(), wish("may/one.txt", null, null));
        shares.revoke(ann, old.id());
        var kept = shares.create(ann, bucket.id(), wish("may/one.txt", null, null));
        AccountScope.platform(() -> {
            transactions.executeWithoutResult(_ -> rows.forget(clock.instant()));
            return true;
        });
        assertThat(shares.list(ann, bucket.id(), 0, 10)).extracting(Share::id).containsExactly(kept.id());
    }

    @Test
    void links_are_listed_a_page_at_a_time_newest_first() {
        var first = shares.create(ann, bucket.id(), wish("may/one.txt", null, null));
        clock.advance(Duration.ofSeconds(1));
        var second = shares.create(ann, bucket.id(), wish("may/one.txt", null, null));
        assertThat(shares.list(ann, bucket.id(), 0, 1)).extracting(Share::id).containsExactly(second.id());
        assertThat(shares.list(ann, bucket.id(), 1, 1)).extracting(Share::id).containsExactly(first.id());
    }

    @Test
    void few_at_a_time_send_by_one_link() {
        var token = token(request(null));
        for (var sender = 0; sender < 100; sender++) links.receive(token, "", "");
        assertThatThrownBy(() -> links.receive(token, "", "")).isInstanceOf(ShareGone.class);
        clock.advance(Duration.ofHours(2));
        assertThat(links.receive(token, "", "").ticket()).isNotEmpty();
    }

    @Test
    void a_file_in_parts_that_is_cancelled_uses_nothing_of_a_link_up() {
        var share = request(20L << 20);
        var plan = links.receive(token(share), "", "Bob");
        var wish = new FileWish(plan.prefix() + "film", 20L << 20, "");
        var begun = (LargeFileAnswer.Begun) files.begin(plan.uploadId(), plan.ticket(), wish, false);
        assertThat(shares.get(ann, share.id()).state()).isEqualTo(Share.State.USED_UP);
        files.abort(plan.uploadId(), plan.ticket(), begun.id());
        assertThat(shares.get(ann, share.id()))
                .returns(Share.State.ACTIVE, Share::state)
                .returns(0, Share::receivedFiles)
                .returns(0L, Share::receivedBytes);
    }

    @Test
    void a_limit_of_downloads_holds_when_many_ask_at_once() throws Exception {
        var share = shares.create(ann, bucket.id(), wish("may/one.txt", null, 3));
        var token = token(share);
        assertThatThrownBy(() -> links.preview(token, "", "")).isInstanceOf(ShareGone.class);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> download = () -> {
                try {
                    links.download(token, "", "");
                    return true;
                } catch (ShareGone usedUp) {
                    return false;
                }
            };
            var got = 0;
            for (var answer : threads.invokeAll(
                    IntStream.range(0, 12).mapToObj(_ -> download).toList())) if (answer.get()) got++;
            assertThat(got).isEqualTo(3);
        }
        assertThat(shares.get(ann, share.id()).state()).isEqualTo(Share.State.USED_UP);
        assertThatThrownBy(() -> links.open(token, "")).hasMessageContaining("as often as");
    }

    @Test
    void a_link_ends_when_it_is_revoked_expires_or_its_account_is_suspended() {
        var share = share("may/one.txt");
        var token = token(share);
        customers.standing(ann, Standing.SUSPENDED);
        assertThatThrownBy(() -> links.open(token, "")).isInstanceOf(ShareGone.class);
        customers.standing(ann, Standing.ACTIVE);
        assertThat(links.open(token, "").name()).isEqualTo("a link");
        shares.revoke(ann, share.id());
        shares.revoke(ann, share.id());
        assertThatThrownBy(() -> links.open(token, "")).isInstanceOf(ShareGone.class);
        var second = share("may/one.txt");
        clock.advance(Duration.ofDays(2));
        assertThatThrownBy(() -> links.open(token(second), "")).isInstanceOf(ShareGone.class);
        assertThat(shares.extend(ann, second.id(), clock.instant().plus(Duration.ofDays(1)))
                        .state())
                .isEqualTo(Share.State.ACTIVE);
        assertThat(links.open(token(second), "")).isNotNull();
    }

    @Test
    void a_preview_is_of_a_type_that_cannot_act() throws Exception {
        program.put("may/page.html", "<script>alert(1)</script>");
        program.put("may/notes.md", "<script>alert(1)</script>");
        var token = token(share("may/"));
        assertThatThrownBy(() -> links.preview(token, "", "page.html")).isInstanceOf(ShareGone.class);
        var answer = get(links.preview(token, "", "notes.md"));
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
    }

    @Test
    void whoever_was_asked_sends_files_into_a_folder_of_their_own() throws Exception {
        var share = request(null);
        var plan = links.receive(token(share), "", "Bert / Ernie");
        assertThat(plan.prefix()).matches("inbox/\\d{4}-\\d\\d-\\d\\d Bert   Ernie [0-9a-f]{8}/");
        var answers = uploads.sign(
                plan.uploadId(),
                plan.ticket(),
                List.of(new FileWish(plan.prefix() + "a.txt", 5, ""), new FileWish("may/one.txt", 5, "")));
        assertThat(answers.get(1)).isInstanceOf(Refused.class);
        assertThat(put((Signed) answers.getFirst(), "hello")).isEqualTo(200);
        uploads.finish(plan.uploadId(), plan.ticket());
        assertThat(program.get(plan.prefix() + "a.txt")).isEqualTo("hello");
        assertThat(program.get("may/one.txt")).isEqualTo("one");
        assertThat(shares.get(ann, share.id())).returns(1, Share::receivedFiles).returns(5L, Share::receivedBytes);
        assertThat(links.receive(token(share), "", "Bert / Ernie").prefix()).isNotEqualTo(plan.prefix());
        assertThatThrownBy(() -> links.list(token(share), "", "", null)).isInstanceOf(ShareGone.class);
        assertThatThrownBy(() -> links.download(token(share), "", "a.txt")).isInstanceOf(ShareGone.class);
    }

    @Test
    void a_request_takes_no_more_than_it_says_and_ends_when_revoked() {
        var share = request(10L);
        var plan = links.receive(token(share), "", "");
        var first = uploads.sign(plan.uploadId(), plan.ticket(), List.of(file(plan, "a", 6), file(plan, "b", 6)));
        assertThat(first.getFirst()).isInstanceOf(Signed.class);
        assertThat(first.get(1)).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.message())
                .contains("10 B"));
        var other = links.receive(token(share), "", "");
        assertThat(uploads.sign(other.uploadId(), other.ticket(), List.of(file(other, "c", 5)))
                        .getFirst())
                .isInstanceOf(Refused.class);
        shares.revoke(ann, share.id());
        assertThatThrownBy(() -> uploads.sign(plan.uploadId(), plan.ticket(), List.of(file(plan, "d", 1))))
                .isInstanceOf(TicketRefused.class);
    }

    @Test
    void bad_wishes_name_the_field() {
        assertThatThrownBy(() -> shares.create(ann, bucket.id(), wish("may/", "12345", null)))
                .isInstanceOfSatisfying(
                        InvalidField.class, e -> assertThat(e.field()).isEqualTo("password"));
        assertThatThrownBy(() -> shares.create(ann, bucket.id(), wish("may/", null, 0)))
                .isInstanceOfSatisfying(
                        InvalidField.class, e -> assertThat(e.field()).isEqualTo("mostDownloads"));
        var tooLong = new NewShare(
                Share.Kind.DOWNLOAD, "x", "", clock.instant().plus(Duration.ofDays(400)), null, null, null);
        assertThatThrownBy(() -> shares.create(ann, bucket.id(), tooLong))
                .isInstanceOfSatisfying(
                        InvalidField.class, e -> assertThat(e.field()).isEqualTo("expiresAt"));
        assertThatThrownBy(() -> new NewShare(
                        Share.Kind.UPLOAD, "x", "file", clock.instant().plus(Duration.ofDays(1)), null, null, null))
                .isInstanceOfSatisfying(
                        InvalidField.class, e -> assertThat(e.field()).isEqualTo("path"));
    }

    private Share share(String path) {
        return shares.create(ann, bucket.id(), wish(path, null, null));
    }

    private NewShare wish(String path, @Nullable String password, @Nullable Integer mostDownloads) {
        var until = clock.instant().plus(Duration.ofDays(1));
        return new NewShare(Share.Kind.DOWNLOAD, "a link", path, until, password, mostDownloads, null);
    }

    private Share request(@Nullable Long mostBytes) {
        var until = clock.instant().plus(Duration.ofDays(1));
        return shares.create(
                ann, bucket.id(), new NewShare(Share.Kind.UPLOAD, "inbox", "inbox/", until, null, null, mostBytes));
    }

    private static FileWish file(UploadPlan plan, String name, long size) {
        return new FileWish(plan.prefix() + name, size, "");
    }

    private static String token(Share share) {
        return share.url().substring(share.url().lastIndexOf('/') + 1);
    }

    private static HttpResponse<String> get(URI url) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
        }
    }

    private static int put(Signed signed, String text) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(signed.url()).PUT(HttpRequest.BodyPublishers.ofString(text));
            signed.headers().forEach((name, value) -> {
                if (!name.equalsIgnoreCase("content-length") && !name.equalsIgnoreCase("host"))
                    request.header(name, value);
            });
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        }
    }
}
