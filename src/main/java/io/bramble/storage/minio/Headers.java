package io.bramble.storage.minio;

import io.bramble.storage.Description;
import io.bramble.storage.ObjectDetails;
import io.bramble.storage.SignedPut;
import io.bramble.storage.StoredObject;
import io.bramble.storage.minio.Requests.Target;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What stands in the headers of answers and signed requests. */
final class Headers {
    private static final String OWN = "x-amz-meta-";
    private static final String CHECKSUM = "x-amz-checksum-";
    private static final List<String> KEPT =
            List.of("cache-control", "content-disposition", "content-encoding", "content-language", "expires");

    private Headers() {}

    static ObjectDetails describe(String key, HttpResponse<byte[]> answer) {
        var headers = answer.headers();
        var metadata = new HashMap<String, String>();
        var kept = new HashMap<String, String>();
        var checksums = new HashMap<String, String>();
        headers.map().forEach((name, values) -> {
            var lower = name.toLowerCase(Locale.ROOT);
            if (lower.startsWith(OWN)) {
                metadata.put(lower.substring(OWN.length()), values.getFirst());
            } else if (KEPT.contains(lower)) {
                kept.put(lower, values.getFirst());
            } else if (lower.startsWith(CHECKSUM) && !lower.equals(CHECKSUM + "type")) {
                checksums.put(lower.substring(CHECKSUM.length()).toUpperCase(Locale.ROOT), values.getFirst());
            }
        });
        var versionId = headers.firstValue("x-amz-version-id").orElse(null);
        var storageClass = headers.firstValue("x-amz-storage-class").orElse("STANDARD");
        return new ObjectDetails(object(key, answer), versionId, metadata, kept, checksums, storageClass);
    }

    static Instant time(HttpResponse<byte[]> answer, String header) {
        var time = answer.headers().firstValue(header).orElse("Thu, 01 Jan 1970 00:00:00 GMT");
        return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(time));
    }

    /** As requests carry it. */
    static Map<String, String> of(Description description) {
        var headers = new HashMap<>(description.headers());
        headers.put("content-type", description.contentType());
        description.metadata().forEach((name, value) -> headers.put(OWN + name, value));
        return headers;
    }

    private static StoredObject object(String key, HttpResponse<byte[]> answer) {
        var headers = answer.headers();
        return new StoredObject(
                key,
                headers.firstValueAsLong("content-length").orElse(0),
                time(answer, "last-modified"),
                headers.firstValue("etag").orElse("").replace("\"", ""),
                headers.firstValue("content-type").orElse(null));
    }

    /** @param headers to be sent; the size is signed besides, and sent by every client of itself */
    static SignedPut signed(
            Requests requests, Target target, long sizeBytes, Map<String, String> headers, Duration validity) {
        var signed = new HashMap<String, String>();
        headers.forEach((name, value) -> signed.put(name.toLowerCase(Locale.ROOT), value));
        signed.put("content-length", Long.toString(sizeBytes));
        return new SignedPut(requests.presign("PUT", target, signed, validity), headers);
    }
}
