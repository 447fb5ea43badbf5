package io.bramble.storage.minio;

import io.bramble.storage.Capability;
import io.bramble.storage.Checksum;
import io.bramble.storage.Completion;
import io.bramble.storage.MultipartStore;
import io.bramble.storage.MultipartUpload;
import io.bramble.storage.OpenUpload;
import io.bramble.storage.SignedPut;
import io.bramble.storage.StoreException.NoSuchUpload;
import io.bramble.storage.UploadedPart;
import io.bramble.storage.minio.Requests.Target;
import io.minio.messages.CompleteMultipartUpload;
import io.minio.messages.CompleteMultipartUploadOutput;
import io.minio.messages.InitiateMultipartUploadResult;
import io.minio.messages.ListPartsResult;
import io.minio.messages.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Uploads in parts, whose keys stand in the path. */
final class Parts implements MultipartStore {
    private static final byte[] NOTHING = new byte[0];
    private static final Duration COMPLETION = Duration.ofMinutes(5);
    private static final Map<String, String> CHECKED =
            Map.of("x-amz-checksum-algorithm", "CRC32", "x-amz-checksum-type", "FULL_OBJECT");
    private static final Map<String, String> ALL_UPLOADS =
            Map.of("uploads", "", "max-uploads", "10000", "encoding-type", "url");

    private final Requests requests;

    Parts(Requests requests) {
        this.requests = requests;
    }

    @Override
    public MultipartUpload begin(String bucket, String key, String contentType) {
        return begin(bucket, key, Map.of("content-type", contentType));
    }

    @Override
    public MultipartUpload beginChecked(String bucket, String key, String contentType) {
        requests.require(Capability.CHECKSUMS);
        var headers = new HashMap<>(CHECKED);
        headers.put("content-type", contentType);
        return begin(bucket, key, headers);
    }

    MultipartUpload begin(String bucket, String key, Map<String, String> headers) {
        var target = new Target(bucket, key, Map.of("uploads", ""));
        var answer = requests.done("POST", target, headers, NOTHING);
        var begun = Requests.read(InitiateMultipartUploadResult.class, answer);
        return new MultipartUpload(bucket, key, begun.uploadId());
    }

    @Override
    public SignedPut presignPart(
            MultipartUpload upload, int number, long sizeBytes, @Nullable Checksum checksum, Duration validity) {
        var query = Map.of("uploadId", upload.id(), "partNumber", Integer.toString(number));
        var headers = checksum == null ? Map.<String, String>of() : Map.of(checksum.header(), checksum.base64());
        return Headers.signed(requests, new Target(upload.bucket(), upload.key(), query), sizeBytes, headers, validity);
    }

    @Override
    public List<UploadedPart> parts(MultipartUpload upload) {
        var parts = new ArrayList<UploadedPart>();
        var after = 0;
        ListPartsResult page;
        do {
            var query = Map.of("uploadId", upload.id(), "part-number-marker", Integer.toString(after));
            var target = new Target(upload.bucket(), upload.key(), query);
            page = Requests.read(ListPartsResult.class, requests.done("GET", target));
            page.partList().forEach(part -> parts.add(toPart(part)));
            after = page.nextPartNumberMarker();
        } while (page.isTruncated());
        return parts;
    }

    private static UploadedPart toPart(Part part) {
        var etag = part.etag().replace("\"", "");
        return new UploadedPart(part.partNumber(), part.partSize(), etag, part.checksumCRC32());
    }

    /** The whole can be compared only where the engine has kept what each part hashed to. */
    @Override
    public String complete(MultipartUpload upload, List<UploadedPart> parts, Completion completion) {
        var headers = new HashMap<String, String>();
        if (completion.unlessTaken()) {
            headers.put("if-none-match", "*");
        }
        var whole = completion.whole();
        var checked = whole != null && parts.stream().allMatch(part -> part.crc32() != null);
        if (whole != null && checked) {
            headers.put(whole.header(), whole.base64());
            headers.put("x-amz-checksum-type", "FULL_OBJECT");
        }
        var answer = requests.done("POST", target(upload), headers, named(parts, checked), COMPLETION);
        Answers.refuseLateError(answer, upload.bucket(), upload.key());
        return Requests.read(CompleteMultipartUploadOutput.class, answer).etag().replace("\"", "");
    }

    private static byte[] named(List<UploadedPart> parts, boolean checked) {
        return Requests.write(new CompleteMultipartUpload(parts.stream()
                .map(part ->
                        new Part(part.number(), part.etag(), checked ? part.crc32() : null, null, null, null, null))
                .toArray(Part[]::new)));
    }

    @Override
    public void abort(MultipartUpload upload) {
        try {
            requests.done("DELETE", target(upload));
        } catch (NoSuchUpload e) {
            return; // as wanted
        }
    }

    private static Target target(MultipartUpload upload) {
        return new Target(upload.bucket(), upload.key(), Map.of("uploadId", upload.id()));
    }

    /** All are asked for, since to MinIO a prefix is a whole key. */
    @Override
    public List<OpenUpload> open(String bucket, String prefix) {
        return OpenUploads.read(
                        bucket, requests.aboutBucket(bucket, ALL_UPLOADS).body())
                .stream()
                .filter(open -> open.upload().key().startsWith(prefix))
                .toList();
    }
}
