package io.bramble.storage.minio;

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
import java.util.List;
import java.util.Map;

/** Uploads in parts, whose keys stand in the path. */
final class Parts implements MultipartStore {
    private static final byte[] NOTHING = new byte[0];
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

    MultipartUpload begin(String bucket, String key, Map<String, String> headers) {
        var target = new Target(bucket, key, Map.of("uploads", ""));
        var answer = requests.done("POST", target, headers, NOTHING);
        var begun = Requests.read(InitiateMultipartUploadResult.class, answer);
        return new MultipartUpload(bucket, key, begun.uploadId());
    }

    @Override
    public SignedPut presignPart(MultipartUpload upload, int number, long sizeBytes, Duration validity) {
        var query = Map.of("uploadId", upload.id(), "partNumber", Integer.toString(number));
        return Headers.signed(
                requests, new Target(upload.bucket(), upload.key(), query), sizeBytes, Map.of(), validity);
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
        return new UploadedPart(part.partNumber(), part.partSize(), part.etag().replace("\"", ""));
    }

    @Override
    public String complete(MultipartUpload upload, List<UploadedPart> parts) {
        return complete(upload, parts, Map.of());
    }

    String complete(MultipartUpload upload, List<UploadedPart> parts, Map<String, String> conditions) {
        var named =
                parts.stream().map(part -> new Part(part.number(), part.etag())).toArray(Part[]::new);
        var body = Requests.write(new CompleteMultipartUpload(named));
        var answer = requests.done("POST", target(upload), conditions, body);
        Answers.refuseLateError(answer, upload.bucket(), upload.key());
        return Requests.read(CompleteMultipartUploadOutput.class, answer).etag().replace("\"", "");
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
