package io.bramble.storage.s3proxy.awssdk;

import static io.bramble.storage.RequestClass.A;
import static io.bramble.storage.RequestClass.B;
import static io.bramble.storage.RequestClass.FREE;

import io.bramble.storage.RequestClass;
import io.bramble.storage.embedded.Condition;
import io.bramble.storage.embedded.Content;
import io.bramble.storage.embedded.Grant.Action;
import io.bramble.storage.embedded.S3Fault;
import io.bramble.storage.embedded.Uploads;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.gaul.s3proxy.blobstore.SdkResponses;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.CreateBucketResponse;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.UploadPartCopyRequest;
import software.amazon.awssdk.services.s3.model.UploadPartCopyResponse;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/** A bucket as one request with one key may see it: besides its objects the bucket itself, and uploads in parts. */
public final class ScopedBlobStore extends ScopedObjects {
    public ScopedBlobStore(KeyRequest request) {
        super(request);
    }

    @Override
    public ListBucketsResponse list() {
        return request.counted(FREE, () -> {
            var bucket = request.allowed(Action.KNOW, request.ownBucket(), "");
            return ListBucketsResponse.builder()
                    .buckets(SdkResponses.bucket(bucket.name(), bucket.createdAt()))
                    .build();
        });
    }

    @Override
    public HeadBucketResponse headBucket(HeadBucketRequest asked) {
        return request.counted(B, () -> {
            request.allowed(Action.KNOW, asked.bucket(), "");
            return HeadBucketResponse.builder().build();
        });
    }

    /** Clients make sure of their bucket this way; S3 answers so, and they are content. */
    @Override
    public CreateBucketResponse createContainer(CreateBucketRequest asked) {
        return request.counted(A, () -> {
            if (!asked.bucket().equals(request.ownBucket())) {
                throw S3Fault.accessDenied("Buckets are made in the console or by its API, not by an access key.");
            }
            request.allowed(Action.KNOW, asked.bucket(), "");
            throw S3Fault.bucketAlreadyOwnedByYou();
        });
    }

    @Override
    public void deleteBucket(String bucket) {
        request.counted(FREE, () -> {
            throw S3Fault.accessDenied("Buckets are deleted in the console or by its API, not by an access key.");
        });
    }

    @Override
    public void setContainerAccess(String bucket, BucketCannedACL access) {
        request.counted(A, () -> {
            throw S3Fault.accessDenied("Buckets here are private; an access key cannot change that.");
        });
    }

    @Override
    public MultipartUpload initiateMultipartUpload(CreateMultipartUploadRequest asked) {
        return request.counted(A, () -> {
            var bucket = request.allowed(Action.WRITE, asked.bucket(), asked.key());
            requirePrivate(asked.acl());
            requireStandard(asked.storageClass());
            return new MultipartUpload(bucket.uploads().begin(asked.key(), Shapes.attributes(asked)), asked);
        });
    }

    @Override
    public UploadPartResponse uploadMultipartPart(
            MultipartUpload upload, UploadPartRequest asked, InputStream payload) {
        var size = asked.contentLength();
        return request.counted(
                A,
                () -> request.drainedIfRefused(payload, size, () -> {
                    var bucket = request.allowed(Action.WRITE, upload.containerName(), upload.blobName());
                    var body = request.receiving(payload, upload.blobName());
                    var content = new Content(body, size, md5(asked.contentMD5()), Map.of());
                    var part = bucket.uploads()
                            .put(upload.id(), upload.blobName(), asked.partNumber(), content, request.quota());
                    return SdkResponses.uploadedPart(part.etag());
                }));
    }

    /** Done here because S3Proxy would read the source through this store, and bill a copy as a download. */
    @Override
    public boolean supportsCopyMultipartPart() {
        return true;
    }

    @Override
    public UploadPartCopyResponse copyMultipartPart(MultipartUpload upload, UploadPartCopyRequest asked) {
        var condition = Condition.matches(asked.copySourceIfMatch())
                .and(Condition.changedFrom(asked.copySourceIfNoneMatch()))
                .and(Condition.modifiedSince(asked.copySourceIfModifiedSince()))
                .and(Condition.unmodifiedSince(asked.copySourceIfUnmodifiedSince()))
                .orFailed();
        return request.counted(A, () -> {
            var from = request.allowed(Action.READ, asked.sourceBucket(), asked.sourceKey());
            var to = request.allowed(Action.WRITE, upload.containerName(), upload.blobName());
            var source = from.read(asked.sourceKey(), condition, asked.copySourceRange());
            try (var stream = source.stream()) {
                var content = new Content(stream, source.lengthBytes(), null, Map.of());
                var part =
                        to.uploads().put(upload.id(), upload.blobName(), asked.partNumber(), content, request.quota());
                return SdkResponses.copiedPart(part.etag(), part.modifiedAt(), null);
            }
        });
    }

    @Override
    public List<Part> listMultipartUpload(MultipartUpload upload) {
        return request.counted(A, () -> uploads(upload, Action.UPLOADS).parts(upload.id(), upload.blobName()).stream()
                .map(Shapes::part)
                .toList());
    }

    @Override
    public CompleteMultipartUploadResponse completeMultipartUpload(
            MultipartUpload upload, CompleteMultipartUploadRequest asked) {
        var condition = Condition.matches(asked.ifMatch()).and(Condition.matchesNone(asked.ifNoneMatch()));
        var parts = asked.multipartUpload().parts().stream()
                .map(part -> new Uploads.Named(part.partNumber(), part.eTag()))
                .toList();
        return request.counted(A, () -> {
            var object = uploads(upload, Action.WRITE).complete(upload.id(), upload.blobName(), parts, condition);
            return SdkResponses.completeResponse(object.etag());
        });
    }

    @Override
    public void abortMultipartUpload(MultipartUpload upload) {
        request.counted(FREE, () -> {
            uploads(upload, Action.UPLOADS).abort(upload.id(), upload.blobName());
            return RequestClass.FREE;
        });
    }

    @Override
    public List<software.amazon.awssdk.services.s3.model.MultipartUpload> listMultipartUploads(String bucket) {
        return request.counted(A, () -> {
            var prefix = request.grant().prefix();
            return request.allowed(Action.LIST, bucket, prefix).uploads().open().stream()
                    .filter(upload -> upload.key().startsWith(prefix))
                    .map(upload -> SdkResponses.upload(upload.key(), upload.id(), upload.startedAt()))
                    .toList();
        });
    }

    private Uploads uploads(MultipartUpload upload, Action action) {
        return request.allowed(action, upload.containerName(), upload.blobName())
                .uploads();
    }
}
