package io.bramble.storage.minio;

import io.bramble.storage.Capability;
import io.bramble.storage.Completion;
import io.bramble.storage.Description;
import io.bramble.storage.MultipartUpload;
import io.bramble.storage.ObjectCopy;
import io.bramble.storage.ObjectDetails;
import io.bramble.storage.StoreException;
import io.bramble.storage.StoreException.Changed;
import io.bramble.storage.StoreException.NoSuchObject;
import io.bramble.storage.StoreException.Taken;
import io.bramble.storage.UploadedPart;
import io.bramble.storage.minio.Requests.Target;
import io.minio.messages.CopyPartResult;
import io.minio.messages.Tags;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Copies that a server makes by itself: whole up to 5 GiB, larger ones in parts, as S3 wants it. */
final class Copies {
    private static final long GIB = 1L << 30;
    private static final byte[] NOTHING = new byte[0];
    private static final Map<String, String> TAGGING = Map.of("tagging", "");

    /** What the slowest disk that is worth waiting for copies in a second. */
    private static final long SLOWEST_BYTES = 4L << 20;

    private final Requests requests;
    private final long wholeAtMost;
    private final long partBytes;

    Copies(Requests requests) {
        this(requests, 5 * GIB, GIB);
    }

    Copies(Requests requests, long wholeAtMost, long partBytes) {
        this.requests = requests;
        this.wholeAtMost = wholeAtMost;
        this.partBytes = partBytes;
    }

    void make(ObjectCopy copy) {
        requests.check(copy.fromBucket(), copy.from().key());
        if (copy.onlyIfAbsent() && !requests.can(Capability.CONDITIONAL_COPY) && isThere(copy)) {
            throw new Taken(copy.toKey());
        }
        try {
            if (copy.from().sizeBytes() > wholeAtMost) {
                inParts(copy);
            } else {
                whole(copy);
            }
        } catch (Changed refused) {
            throw copy.onlyIfAbsent() && isThere(copy) ? new Taken(copy.toKey()) : refused;
        }
    }

    private boolean isThere(ObjectCopy copy) {
        var target = Target.of(copy.toBucket(), copy.toKey());
        var answer = requests.send("HEAD", target);
        return answer.statusCode() != 404 && Requests.checked(answer, target).statusCode() == 200;
    }

    private void whole(ObjectCopy copy) {
        var headers = source(copy);
        if (copy.onlyIfAbsent()) {
            headers.put("if-none-match", "*");
        }
        var as = copy.as();
        if (as != null) {
            headers.put("x-amz-metadata-directive", "REPLACE");
            headers.putAll(Headers.of(as));
        }
        put(copy, Map.of(), headers, copy.from().sizeBytes());
    }

    private static Map<String, String> source(ObjectCopy copy) {
        var path = ObjectPath.escape(copy.fromBucket() + "/" + copy.from().key(), true);
        return new HashMap<>(Map.of(
                "x-amz-copy-source",
                path,
                "x-amz-copy-source-if-match",
                "\"" + copy.from().etag() + "\""));
    }

    private HttpResponse<byte[]> put(
            ObjectCopy copy, Map<String, String> query, Map<String, String> headers, long bytes) {
        var target = new Target(copy.toBucket(), copy.toKey(), query);
        var answer = requests.send("PUT", target, headers, NOTHING, patience(bytes));
        Requests.checked(answer, Target.of(copy.fromBucket(), copy.from().key()));
        Answers.refuseLateError(answer, copy.fromBucket(), copy.from().key());
        return answer;
    }

    private static Duration patience(long bytes) {
        return Calls.WHOLE.plusSeconds(bytes / SLOWEST_BYTES);
    }

    private void inParts(ObjectCopy copy) {
        var parts = new Parts(requests);
        var upload = parts.begin(copy.toBucket(), copy.toKey(), headersInParts(copy));
        try {
            var copied = new ArrayList<UploadedPart>();
            for (var from = 0L; from < copy.from().sizeBytes(); from += partBytes) {
                copied.add(part(copy, upload.id(), copied.size() + 1, from));
            }
            parts.complete(upload, copied, new Completion(copy.onlyIfAbsent(), null));
        } catch (StoreException e) {
            abandon(parts, upload, e);
            throw e;
        }
    }

    /** A server that is away takes no abort either; why the copy failed is what the caller wants to know. */
    private static void abandon(Parts parts, MultipartUpload upload, StoreException why) {
        try {
            parts.abort(upload);
        } catch (StoreException left) {
            why.addSuppressed(left);
        }
    }

    private UploadedPart part(ObjectCopy copy, String upload, int number, long from) {
        var end = Math.min(from + partBytes, copy.from().sizeBytes());
        var headers = source(copy);
        headers.put("x-amz-copy-source-range", "bytes=" + from + "-" + (end - 1));
        var query = Map.of("uploadId", upload, "partNumber", Integer.toString(number));
        var answer = put(copy, query, headers, end - from);
        var etag = Requests.read(CopyPartResult.class, answer).etag().replace("\"", "");
        return new UploadedPart(number, end - from, etag);
    }

    /** Nothing comes with parts by itself. */
    private Map<String, String> headersInParts(ObjectCopy copy) {
        var source = Target.of(copy.fromBucket(), copy.from().key());
        var as = copy.as();
        var headers = new HashMap<>(Headers.of(as == null ? describe(source) : as));
        if (requests.can(Capability.OBJECT_TAGS)) {
            var answer = requests.done("GET", new Target(source.bucket(), source.key(), TAGGING));
            var tags = Requests.read(Tags.class, answer).get();
            if (!tags.isEmpty()) {
                headers.put("x-amz-tagging", query(tags));
            }
        }
        return headers;
    }

    private Description describe(Target source) {
        var answer = requests.send("HEAD", source);
        if (answer.statusCode() == 404) {
            throw new NoSuchObject(source.bucket(), source.key());
        }
        ObjectDetails details = Headers.describe(source.key(), Requests.checked(answer, source));
        return details.description();
    }

    private static String query(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag -> ObjectPath.escape(tag.getKey(), false) + "=" + ObjectPath.escape(tag.getValue(), false))
                .collect(Collectors.joining("&"));
    }
}
