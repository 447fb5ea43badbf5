package io.bramble.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bramble.storage.EngineUnderTest.TestBucket;
import io.bramble.storage.StoreException.Changed;
import io.bramble.storage.StoreException.Damaged;
import io.bramble.storage.StoreException.NoSuchUpload;
import io.minio.ComposeObjectArgs;
import io.minio.ComposeSource;
import io.minio.GetObjectArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.errors.ErrorResponseException;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Uploads in parts and reads of ranges, by a client that others wrote. */
abstract class MultipartContract {
    private static final long PART = 5 << 20;
    private static final Duration SOON = Duration.ofMinutes(5);

    private TestBucket bucket;
    private ObjectStore store;

    abstract EngineUnderTest engine();

    @BeforeEach
    void openABucket() {
        bucket = engine().aBucket();
        store = bucket.open(Permission.READ_WRITE);
    }

    @Test
    void an_upload_in_parts_becomes_one_object_with_its_type() throws Exception {
        var content = random(12 << 20);

        upload(client(Permission.READ_WRITE), "film", content);

        assertThat(read("film", 0, null)).isEqualTo(content);
        var film = store.head(bucket.name(), "film").orElseThrow();
        assertThat(film.sizeBytes()).isEqualTo(content.length);
        assertThat(film.etag()).endsWith("-3");
        assertThat(film.contentType()).isEqualTo("video/mp4");
    }

    @Test
    void a_range_is_read_from_the_middle() throws Exception {
        var content = random(12 << 20);
        upload(client(Permission.READ_WRITE), "film", content);

        assertThat(read("film", PART - 2, 4L)).containsExactly(slice(content, (int) PART - 2, 4));
        assertThat(read("film", content.length - 1, null)).containsExactly(content[content.length - 1]);
        assertThatThrownBy(() -> read("film", content.length, null)).hasMessageContaining("range");
    }

    @Test
    void a_write_only_key_uploads_in_parts() throws Exception {
        var content = random(6 << 20);

        upload(client(Permission.WRITE), "film", content);

        assertThat(read("film", 0, null)).isEqualTo(content);
    }

    @Test
    void a_read_only_key_cannot_begin_an_upload() {
        assertThatThrownBy(() -> upload(client(Permission.READ), "film", random(6 << 20)))
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        e -> assertThat(e.errorResponse().code()).isEqualTo("AccessDenied"));
    }

    @Test
    void an_upload_that_breaks_off_leaves_no_object() {
        var tooShort = new ByteArrayInputStream(random(7 << 20));

        assertThatThrownBy(() -> client(Permission.READ_WRITE)
                        .putObject(PutObjectArgs.builder().bucket(bucket.name()).object("film").stream(
                                        tooShort, 12 << 20, PART)
                                .build()))
                .isInstanceOf(Exception.class);

        assertThat(store.list(bucket.name(), ListRequest.subtree("", 10)).objects())
                .isEmpty();
    }

    @Test
    void parts_count_for_the_quota_before_they_are_an_object() throws Exception {
        bucket.admin().quota(bucket.name(), OptionalLong.of(11 << 20));
        if (!engine().can(Capability.EXACT_QUOTA)) {
            assertThat(read(uploaded(random(12 << 20)), 0, 1L)).hasSize(1); // each part alone was small enough
            return;
        }

        assertThatThrownBy(() -> upload(client(Permission.READ_WRITE), "film", random(12 << 20)))
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        e -> assertThat(e.errorResponse().code()).isEqualTo("QuotaExceeded"));
        assertThat(store.list(bucket.name(), ListRequest.subtree("", 10)).objects())
                .isEmpty();
    }

    @Test
    void objects_are_joined_by_copying_parts() throws Exception {
        var content = random(6 << 20);
        var client = client(Permission.READ_WRITE);
        upload(client, "a", content);
        store.put(bucket.name(), "b", new byte[] {1, 2, 3}, "text/plain");

        client.composeObject(ComposeObjectArgs.builder()
                .bucket(bucket.name())
                .object("joined")
                .sources(List.of(source("a"), source("b")))
                .build());

        assertThat(bucket.engine().traffic(bucket.name()).egressBytes())
                .isLessThanOrEqualTo(engine().can(Capability.EXACT_METERS) ? 0 : 10_000);
        assertThat(read("joined", 0, (long) content.length)).isEqualTo(content);
        assertThat(read("joined", content.length, null)).containsExactly(1, 2, 3);
    }

    @Test
    void signed_parts_become_an_object_in_the_order_they_are_named() throws Exception {
        var writer = bucket.open(Permission.WRITE).multipart();
        var upload = writer.begin(bucket.name(), "a b/film+1", "video/mp4");
        var first = random((int) PART);
        send(writer.presignPart(upload, 1, PART, SOON), first, 200);
        send(writer.presignPart(upload, 2, 3, SOON), new byte[] {1, 2, 3, 4}, 403); // another size
        send(writer.presignPart(upload, 2, 3, SOON), new byte[] {9, 9, 9}, 200);
        send(writer.presignPart(upload, 2, 3, SOON), new byte[] {1, 2, 3}, 200); // again

        var parts = writer.parts(upload);
        assertThat(parts).extracting(UploadedPart::number).containsExactly(1, 2);
        assertThat(parts).extracting(UploadedPart::sizeBytes).containsExactly(PART, 3L);
        assertThat(store.multipart().open(bucket.name(), "a b/"))
                .extracting(OpenUpload::upload)
                .containsExactly(upload);
        assertThat(store.multipart().open(bucket.name(), "other")).isEmpty();
        var etag = writer.complete(upload, parts);

        var film = store.head(bucket.name(), upload.key()).orElseThrow();
        assertThat(film.etag()).isEqualTo(etag);
        assertThat(film.contentType()).isEqualTo("video/mp4");
        assertThat(read(upload.key(), PART - 1, null)).containsExactly(first[first.length - 1], 1, 2, 3);
        assertThat(store.multipart().open(bucket.name(), "")).isEmpty();
        assertThatThrownBy(() -> writer.parts(upload)).isInstanceOf(NoSuchUpload.class);
    }

    @Test
    void parts_and_whole_are_compared_with_their_checksums() throws Exception {
        var writer = store.multipart();
        var upload = writer.beginChecked(bucket.name(), "film", "video/mp4");
        var first = random((int) PART);
        var last = new byte[] {1, 2, 3};
        sendChecked(writer.presignPart(upload, 1, PART, crc32(last), SOON), first, 400);
        sendChecked(writer.presignPart(upload, 1, PART, crc32(first), SOON), first, 200);
        sendChecked(writer.presignPart(upload, 2, 3, crc32(last), SOON), last, 200);

        var parts = writer.parts(upload);
        if (parts.getFirst().crc32() != null) {
            assertThat(parts)
                    .extracting(UploadedPart::crc32)
                    .containsExactly(crc32(first).base64(), crc32(last).base64());
            assertThatThrownBy(() -> writer.complete(upload, parts, whole(crc32(first))))
                    .isInstanceOf(Damaged.class);
        }
        writer.complete(upload, parts, whole(crc32(first, last)));

        assertThat(store.head(bucket.name(), "film").orElseThrow().sizeBytes()).isEqualTo(PART + 3);
    }

    @Test
    void a_key_that_was_taken_meanwhile_is_left_alone_and_the_parts_are_kept() throws Exception {
        var writer = store.multipart();
        var upload = writer.begin(bucket.name(), "film", "video/mp4");
        send(writer.presignPart(upload, 1, 3, SOON), new byte[3], 200);
        store.put(bucket.name(), "film", new byte[] {7}, "text/plain");

        var unlessTaken = new Completion(true, null);
        assertThatThrownBy(() -> writer.complete(upload, writer.parts(upload), unlessTaken))
                .isInstanceOf(Changed.class);

        assertThat(store.get(bucket.name(), "film", 10)).containsExactly(7);
        assertThat(writer.parts(upload)).hasSize(1);
        store.delete(bucket.name(), "film");
        writer.complete(upload, writer.parts(upload), unlessTaken);
        assertThat(store.get(bucket.name(), "film", 10)).containsExactly(0, 0, 0);
    }

    @Test
    void an_aborted_upload_is_gone_and_takes_no_more_parts() throws Exception {
        var writer = store.multipart();
        var upload = writer.begin(bucket.name(), "film", "video/mp4");
        var part = writer.presignPart(upload, 1, 3, SOON);
        send(part, new byte[3], 200);

        writer.abort(upload);
        writer.abort(upload);

        send(part, new byte[3], 404);
        assertThat(writer.open(bucket.name(), "")).isEmpty();
        assertThatThrownBy(() -> writer.complete(upload, List.of(new UploadedPart(1, 3, "abc"))))
                .isInstanceOf(NoSuchUpload.class);
        assertThat(store.head(bucket.name(), "film")).isEmpty();
    }

    @Test
    void many_parts_are_listed_whole() throws Exception {
        var writer = store.multipart();
        var upload = writer.begin(bucket.name(), "many", "text/plain");
        for (var number = 1; number <= 1005; number += 251) {
            send(writer.presignPart(upload, number, 1, SOON), new byte[1], 200);
        }

        assertThat(writer.parts(upload)).extracting(UploadedPart::number).containsExactly(1, 252, 503, 754, 1005);
    }

    private static void sendChecked(SignedPut put, byte[] content, int expected) throws Exception {
        var headers = put.headers().entrySet().stream()
                .flatMap(header -> Stream.of(header.getKey(), header.getValue()))
                .toArray(String[]::new);
        assertThat(Http.send("PUT", put.uri(), content, headers).statusCode()).isEqualTo(expected);
    }

    private static Completion whole(Checksum crc32) {
        return new Completion(true, crc32);
    }

    private static Checksum crc32(byte[]... parts) {
        var crc32 = new CRC32();
        for (var part : parts) {
            crc32.update(part);
        }
        var bytes = ByteBuffer.allocate(Integer.BYTES).putInt((int) crc32.getValue());
        return new Checksum(Checksum.Algorithm.CRC32, Base64.getEncoder().encodeToString(bytes.array()));
    }

    private static void send(SignedPut put, byte[] content, int expected) throws Exception {
        assertThat(Http.send("PUT", put.uri(), content).statusCode()).isEqualTo(expected);
    }

    private ComposeSource source(String key) {
        return ComposeSource.builder().bucket(bucket.name()).object(key).build();
    }

    private MinioClient client(Permission permission) {
        var credentials = bucket.key(permission, "", null).credentials();
        return MinioClient.builder()
                .endpoint(engine().endpoint().toString())
                .region(EngineUnderTest.REGION)
                .credentials(credentials.accessKeyId(), credentials.secretKey().reveal())
                .build();
    }

    private void upload(MinioClient client, String key, byte[] content) throws Exception {
        client.putObject(PutObjectArgs.builder().bucket(bucket.name()).object(key).contentType("video/mp4").stream(
                        new ByteArrayInputStream(content), content.length, PART)
                .build());
    }

    private String uploaded(byte[] content) throws Exception {
        upload(client(Permission.READ_WRITE), "film", content);
        return "film";
    }

    private byte[] read(String key, long offset, Long length) throws Exception {
        var get = GetObjectArgs.builder().bucket(bucket.name()).object(key).offset(offset);
        if (length != null) {
            get.length(length);
        }
        try (var stream = client(Permission.READ).getObject(get.build())) {
            return stream.readAllBytes();
        }
    }

    private static byte[] slice(byte[] bytes, int from, int length) {
        return java.util.Arrays.copyOfRange(bytes, from, from + length);
    }

    private static byte[] random(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
