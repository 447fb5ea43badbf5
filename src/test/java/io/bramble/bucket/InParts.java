package io.bramble.bucket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bramble.bucket.Customers.Program;
import io.bramble.storage.Checksum;
import io.bramble.storage.Completion;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Base64;
import java.util.zip.CRC32;

/** Files as programs send large ones: in parts, here one, so that their ETags say nothing of the content. */
final class InParts {
    private InParts() {}

    static void put(Program program, String key, String content) throws Exception {
        put(program, key, content, false);
    }

    /** With a checksum of the whole, which the engine keeps. */
    static void putChecked(Program program, String key, String content) throws Exception {
        put(program, key, content, true);
    }

    private static void put(Program program, String key, String content, boolean checked) throws Exception {
        var store = program.store().multipart();
        var sum = checked ? new Checksum(Checksum.Algorithm.CRC32, crc32(content)) : null;
        var upload = checked
                ? store.beginChecked(program.bucket(), key, "text/plain")
                : store.begin(program.bucket(), key, "text/plain");
        var part = store.presignPart(upload, 1, content.length(), sum, Duration.ofMinutes(5));
        var request = HttpRequest.newBuilder(part.uri()).PUT(HttpRequest.BodyPublishers.ofString(content));
        part.headers().forEach(request::header);
        try (var http = HttpClient.newHttpClient()) {
            assertThat(http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(store.complete(upload, store.parts(upload), new Completion(false, sum)))
                .contains("-");
    }

    static String crc32(String content) {
        var sum = new CRC32();
        sum.update(content.getBytes(UTF_8));
        return Base64.getEncoder()
                .encodeToString(
                        ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }
}
