package io.bramble.bucket;

import static io.bramble.bucket.LargeFileAnswer.State.DAMAGED;
import static io.bramble.bucket.LargeFileAnswer.State.GONE;
import static io.bramble.bucket.LargeFileAnswer.State.MISSING;
import static io.bramble.bucket.LargeFileAnswer.State.STORED;
import static io.bramble.bucket.LargeFileAnswer.State.TAKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bramble.account.AccountScope;
import io.bramble.account.InvalidField;
import io.bramble.account.Membership;
import io.bramble.bucket.LargeFileAnswer.Begun;
import io.bramble.bucket.LargeFiles.PartWish;
import io.bramble.local.SettableClock;
import io.bramble.storage.UploadedPart;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Files in parts, by a page that knows its ticket and nothing else; the same for every kind of engine. */
@Import(Customers.class)
abstract class LargeFilesContract {
    private static final int MIB = 1 << 20;
    private static final byte[] FILM = random(17 * MIB);

    @Autowired
    Uploads uploads;

    @Autowired
    LargeFiles files;

    @Autowired
    AbandonedUploads abandoned;

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

    private Membership ann;
    private BucketView bucket;
    private Customers.Program program;
    private UploadPlan plan;

    @BeforeEach
    void ann_uploads() {
        ann = customers.arrive("ann");
        bucket = customers.ready(ann, "films");
        program = customers.program(ann, bucket);
        plan = uploads.plan(ann, bucket.id());
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void a_file_in_parts_arrives_whole_and_is_said_to_be_stored_as_often_as_one_asks() throws Exception {
        var begun = begin("2026/a film.mp4");
        assertThat(begun.parts()).isEqualTo(3);
        assertThat(begun.partBytes()).isEqualTo(8L * MIB);
        sendAll(begun);
        for (var again = 0; again < 3; again++)
            assertThat(complete(begun).state()).isEqualTo(STORED);
        assertThat(program.store().get(bucket.name(), "2026/a film.mp4", 20 * MIB))
                .isEqualTo(FILM);
        assertThat(begin("2026/a film.mp4").stored()).isTrue();
    }

    @Test
    void begun_again_it_is_the_same_and_what_has_arrived_is_told_by_the_engine() throws Exception {
        var begun = begin("film");
        send(begun, 2);
        var again = begin("film");
        assertThat(again.id()).isEqualTo(begun.id());
        assertThat(arrived(again)).extracting(UploadedPart::number).containsExactly(2);
        assertThat(arrived(again)).extracting(UploadedPart::sizeBytes).containsExactly(8L * MIB);
        assertThatThrownBy(() -> files.begin(plan.uploadId(), plan.ticket(), new FileWish("film", 5, ""), true))
                .isInstanceOf(InvalidField.class);
    }

    @Test
    void what_has_not_arrived_as_planned_is_named_and_nothing_is_made() throws Exception {
        var begun = begin("film");
        send(begun, 3);
        assertThat(complete(begun)).isEqualTo(new LargeFileAnswer.End(MISSING, List.of(1, 2)));
        assertThat(program.store().head(bucket.name(), "film")).isEmpty();
    }

    @Test
    void a_key_that_is_taken_is_told_before_and_left_alone_after() throws Exception {
        program.put("film", "old");
        assertThat(wish("film", true)).isInstanceOf(LargeFileAnswer.Taken.class);
        var begun = begin("film 2");
        sendAll(begun);
        program.put("film 2", "somebody was faster");
        assertThat(complete(begun).state()).isEqualTo(TAKEN);
        assertThat(program.get("film 2")).isEqualTo("somebody was faster");
        assertThat(program.store().multipart().open(bucket.name(), "")).isEmpty();
        var replacing = (Begun) wish("film", false);
        sendAll(replacing);
        assertThat(complete(replacing).state()).isEqualTo(STORED);
        assertThat(program.store().head(bucket.name(), "film").orElseThrow().sizeBytes())
                .isEqualTo(FILM.length);
    }

    @Test
    void damage_is_found_on_the_way_and_in_the_whole() throws Exception {
        var begun = begin("film");
        assertThat(begun.checked()).isTrue();
        assertThat(put(begun, 1, part(1), crc32(part(2)))).isEqualTo(400);
        sendAll(begun);
        if (!comparesTheWhole()) return;
        assertThat(files.complete(plan.uploadId(), plan.ticket(), begun.id(), crc32(part(1)))
                        .state())
                .isEqualTo(DAMAGED);
        assertThat(program.store().head(bucket.name(), "film")).isEmpty();
    }

    /** The engine has done it, and Bramble was killed before it could write that down. */
    @Test
    void what_was_stored_by_an_answer_that_got_lost_is_found_stored() throws Exception {
        var begun = begin("film");
        sendAll(begun);
        assertThat(complete(begun).state()).isEqualTo(STORED);
        assertThat(forgetThatItIsStored(begun)).isEqualTo(1);
        assertThat(complete(begun).state()).isEqualTo(STORED);
    }

    @Test
    void what_the_engine_forgot_is_begun_anew() throws Exception {
        var begun = begin("film");
        send(begun, 1);
        var atEngine = program.store().multipart().open(bucket.name(), "film").getFirst();
        program.store().multipart().abort(atEngine.upload());
        assertThat(files.arrived(plan.uploadId(), plan.ticket(), begun.id())).isEmpty();
        assertThat(complete(begun).state()).isEqualTo(GONE);
        var anew = begin("film");
        assertThat(anew.id()).isNotEqualTo(begun.id());
        sendAll(anew);
        assertThat(complete(anew).state()).isEqualTo(STORED);
    }

    @Test
    void cancelled_it_leaves_nothing_at_the_engine() throws Exception {
        var begun = begin("film");
        send(begun, 1);
        for (var twice = 0; twice < 2; twice++) files.abort(plan.uploadId(), plan.ticket(), begun.id());
        assertThat(program.store().multipart().open(bucket.name(), "")).isEmpty();
        assertThatThrownBy(() -> arrived(begun)).isInstanceOf(LargeFileNotFound.class);
    }

    @Test
    void cancelled_it_keeps_no_room_from_others() {
        buckets.quota(ann, bucket.id(), FILM.length + 1000L);
        var begun = begin("film");
        var other = List.of(new FileWish("other", FILM.length, ""));
        assertThat(uploads.reserve(plan.uploadId(), plan.ticket(), other)).isPresent();
        files.abort(plan.uploadId(), plan.ticket(), begun.id());
        assertThat(uploads.reserve(plan.uploadId(), plan.ticket(), other)).isEmpty();
    }

    @Test
    void left_alone_for_three_days_or_with_its_upload_ended_it_is_cleared_away() throws Exception {
        send(begin("left"), 1);
        var other = uploads.plan(ann, bucket.id());
        files.begin(other.uploadId(), other.ticket(), new FileWish("ended", FILM.length, ""), true);
        uploads.finish(other.uploadId(), other.ticket());
        abandoned.clear();
        assertThat(program.store().multipart().open(bucket.name(), ""))
                .extracting(open -> open.upload().key())
                .containsExactly("left");
        clock.advance(Duration.ofDays(3).plusHours(2));
        abandoned.clear();
        assertThat(program.store().multipart().open(bucket.name(), "")).isEmpty();
    }

    @Test
    void another_ticket_is_given_to_its_maker_and_reaches_what_the_first_began() throws Exception {
        var begun = begin("film");
        send(begun, 1);
        clock.advance(Duration.ofHours(20));
        assertThatThrownBy(() -> arrived(begun)).isInstanceOf(TicketRefused.class);
        clock.reset(); // signatures are of the real time
        var old = plan;
        plan = uploads.renew(ann, plan.uploadId());
        assertThat(arrived(begun)).hasSize(1);
        assertThatThrownBy(() -> uploads.sign(old.uploadId(), old.ticket(), List.of()))
                .isInstanceOf(TicketRefused.class);
        assertThatThrownBy(() -> uploads.renew(customers.arrive("mallory"), plan.uploadId()))
                .isInstanceOf(TicketRefused.class);
        uploads.finish(plan.uploadId(), plan.ticket());
        assertThatThrownBy(() -> uploads.renew(ann, plan.uploadId())).isInstanceOf(TicketRefused.class);
    }

    @Test
    void a_stranger_s_ticket_opens_nothing_of_it() {
        var begun = begin("film");
        var mallory = customers.arrive("mallory");
        var hers = uploads.plan(mallory, customers.ready(mallory, "hers").id());
        for (var id : List.of(begun.id(), UUID.randomUUID())) {
            assertThatThrownBy(() -> files.sign(hers.uploadId(), hers.ticket(), id, List.of(new PartWish(1, null))))
                    .isInstanceOf(LargeFileNotFound.class);
            assertThatThrownBy(() -> files.complete(hers.uploadId(), hers.ticket(), id, null))
                    .isInstanceOf(LargeFileNotFound.class);
            files.abort(hers.uploadId(), hers.ticket(), id);
        }
        assertThat(arrived(begun)).isEmpty();
        assertThatThrownBy(() -> files.abort(plan.uploadId(), hers.ticket(), begun.id()))
                .isInstanceOf(TicketRefused.class);
    }

    @Test
    void no_more_than_fifty_parts_are_signed_at_once_and_none_that_it_does_not_have() {
        var begun = begin("film");
        assertThatThrownBy(() -> sign(begun, Collections.nCopies(51, new PartWish(1, null))))
                .isInstanceOf(InvalidField.class);
        for (var none : List.of(0, 4))
            assertThatThrownBy(() -> sign(begun, List.of(new PartWish(none, null))))
                    .isInstanceOf(InvalidField.class);
    }

    @Test
    void room_is_kept_for_all_or_none_and_its_lack_told_before_a_byte_moves() {
        var gib = 1L << 30;
        var fits = List.of(new FileWish("a", 6 * gib, ""), new FileWish("b", gib, ""));
        assertThat(uploads.reserve(plan.uploadId(), plan.ticket(), fits)).isEmpty();
        assertThat(uploads.reserve(plan.uploadId(), plan.ticket(), fits)).isEmpty();
        var tooMuch = List.of(new FileWish("c", gib, ""), new FileWish("d", 3 * gib, ""));
        assertThat(uploads.reserve(plan.uploadId(), plan.ticket(), tooMuch).orElseThrow())
                .satisfies(shortage -> assertThat(shortage.freeBytes()).isEqualTo(3 * gib))
                .satisfies(shortage -> assertThat(shortage.message()).contains("10 GiB"));
        var refused = files.begin(plan.uploadId(), plan.ticket(), new FileWish("c", 4 * gib, ""), true);
        assertThat(refused).isInstanceOf(LargeFileAnswer.Refused.class);
        var taken = files.begin(plan.uploadId(), plan.ticket(), new FileWish("c", 3 * gib, ""), true);
        assertThat(taken).isInstanceOf(Begun.class);
    }

    @Test
    void whether_a_file_has_come_with_this_upload_is_told_by_its_content_size_and_time() {
        program.put("note", "hello");
        assertThat(isStored("note", 5, null)).isTrue();
        assertThat(isStored("note", 5, "5d41402abc4b2a76b9719d911017c592")).isTrue();
        assertThat(isStored("note", 5, "7d793037a0760186574b0282f2f435e7"))
                .as("world")
                .isFalse();
        assertThat(isStored("note", 6, null)).isFalse();
        assertThat(isStored("other", 5, null)).isFalse();
    }

    private boolean isStored(String key, long sizeBytes, @Nullable String md5) {
        return files.isStored(plan.uploadId(), plan.ticket(), key, sizeBytes, md5);
    }

    /** Whether the engine keeps the checksums of parts, and so can combine them. */
    abstract boolean comparesTheWhole();

    private Begun begin(String key) {
        return (Begun) wish(key, true);
    }

    private LargeFileAnswer wish(String key, boolean unlessTaken) {
        return files.begin(plan.uploadId(), plan.ticket(), new FileWish(key, FILM.length, "video/mp4"), unlessTaken);
    }

    private List<UploadedPart> arrived(Begun begun) {
        return files.arrived(plan.uploadId(), plan.ticket(), begun.id()).orElseThrow();
    }

    private LargeFileAnswer.End complete(Begun begun) {
        return files.complete(plan.uploadId(), plan.ticket(), begun.id(), crc32(FILM));
    }

    private List<LargeFileAnswer.SignedPart> sign(Begun begun, List<PartWish> parts) {
        return files.sign(plan.uploadId(), plan.ticket(), begun.id(), parts);
    }

    private void sendAll(Begun begun) throws IOException, InterruptedException {
        for (var number = 1; number <= begun.parts(); number++) send(begun, number);
    }

    private void send(Begun begun, int number) throws IOException, InterruptedException {
        assertThat(put(begun, number, part(number), crc32(part(number)))).isEqualTo(200);
    }

    private int put(Begun begun, int number, byte[] content, String crc32) throws IOException, InterruptedException {
        var signed =
                sign(begun, List.of(new PartWish(number, crc32))).getFirst().put();
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(signed.uri()).PUT(BodyPublishers.ofByteArray(content));
            signed.headers().forEach(request::header);
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        }
    }

    private Integer forgetThatItIsStored(Begun begun) {
        return AccountScope.platform(
                () -> transactions.execute(_ -> jdbc.sql("update large_file set stored_at = null where id = ?")
                        .param(begun.id())
                        .update()));
    }

    private static byte[] part(int number) {
        return Arrays.copyOfRange(FILM, (number - 1) * 8 * MIB, Math.min(number * 8 * MIB, FILM.length));
    }

    private static String crc32(byte[] content) {
        var crc32 = new CRC32();
        crc32.update(content);
        var bytes = ByteBuffer.allocate(Integer.BYTES).putInt((int) crc32.getValue());
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    private static byte[] random(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
