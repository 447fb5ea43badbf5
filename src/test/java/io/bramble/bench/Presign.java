package io.bramble.bench;

import io.bramble.storage.MultipartStore;
import io.bramble.storage.MultipartUpload;
import io.minio.GetPresignedObjectUrlArgs;
import io.minio.MinioClient;
import io.minio.http.Method;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** 1,000 URLs for the parts of an upload, beside MinIO's own client. */
final class Presign implements Benchmark {
    private static final int PARTS = 1000;
    private static final MultipartUpload UPLOAD = new MultipartUpload("bench-presign", "large.bin", "bench");

    @Override
    public Result run(Installation installation) throws Exception {
        var parts = installation.rootStore().multipart();
        var raw = installation.client();
        var peer = new Timings();
        var ours = new Timings();
        for (var round = 0; round < 60; round++) {
            (round < 20 ? new Timings() : peer).add(() -> peer(raw));
            (round < 20 ? new Timings() : ours).add(() -> ours(parts));
        }
        return Result.of(
                "presign",
                "s (median) for 1,000",
                ours.median(),
                "1,000 by MinIO's client",
                peer.median(),
                "value <= 0.05");
    }

    private static void ours(MultipartStore parts) {
        for (var part = 1; part <= PARTS; part++) parts.presignPart(UPLOAD, part, 5 << 20, Duration.ofMinutes(15));
    }

    private static void peer(MinioClient raw) throws Exception {
        for (var part = 1; part <= PARTS; part++)
            raw.getPresignedObjectUrl(GetPresignedObjectUrlArgs.builder()
                    .method(Method.PUT)
                    .bucket("bench-presign")
                    .object("large.bin")
                    .region("us-east-1")
                    .expiry(15, TimeUnit.MINUTES)
                    .extraQueryParams(Map.of("partNumber", Integer.toString(part), "uploadId", "bench"))
                    .build());
    }
}
