package io.bramble.storage.s3proxy.awssdk;

import static io.bramble.storage.RequestClass.A;
import static io.bramble.storage.RequestClass.B;
import static io.bramble.storage.RequestClass.FREE;
import static java.util.Objects.requireNonNullElse;

import io.bramble.storage.embedded.Condition;
import io.bramble.storage.embedded.Content;
import io.bramble.storage.embedded.Grant.Action;
import io.bramble.storage.embedded.Listing;
import io.bramble.storage.embedded.ObjectContent;
import io.bramble.storage.embedded.S3Fault;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.HexFormat;
import org.gaul.s3proxy.blobstore.SdkResponses;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.StorageClass;

/** The objects of a bucket as one request with one key may see them. */
class ScopedObjects extends DeniedBlobStore {
    final KeyRequest request;

    ScopedObjects(KeyRequest request) {
        this.request = request;
    }

    @Override
    public ListObjectsV2Response list(ListObjectsV2Request asked) {
        return request.counted(A, () -> {
            var prefix = requireNonNullElse(asked.prefix(), "");
            var bucket = request.allowed(Action.LIST, asked.bucket(), prefix);
            var token = asked.continuationToken();
            var after = token == null ? asked.startAfter() : Tokens.key(token);
            var page = bucket.list(
                    new Listing.Query(prefix, asked.delimiter(), after, requireNonNullElse(asked.maxKeys(), 1000)));
            var last = page.last();
            return Shapes.page(page, last == null ? null : Tokens.of(last));
        });
    }

    @Override
    public HeadObjectResponse blobMetadata(HeadObjectRequest asked) {
        return request.counted(request.copiesFromElsewhere() ? FREE : B, () -> head(asked.bucket(), asked.key()));
    }

    /** Asked by S3Proxy for its own ends within another request. */
    @Override
    public @Nullable HeadObjectResponse blobMetadataIfPresent(HeadObjectRequest asked) {
        try {
            return Faults.translated(() -> head(asked.bucket(), asked.key()));
        } catch (NoSuchKeyException e) {
            return null;
        }
    }

    private HeadObjectResponse head(String bucket, String key) throws IOException {
        return Shapes.head(request.allowed(Action.READ, bucket, key).head(key));
    }

    @Override
    public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest asked) {
        var condition = Condition.matches(asked.ifMatch())
                .and(
                        asked.ifNoneMatch() == null
                                ? Condition.modifiedSince(asked.ifModifiedSince())
                                : Condition.changedFrom(asked.ifNoneMatch()))
                .and(Condition.unmodifiedSince(asked.ifMatch() == null ? asked.ifUnmodifiedSince() : null));
        return request.counted(B, () -> {
            ObjectContent content = request.allowed(Action.READ, asked.bucket(), asked.key())
                    .read(asked.key(), condition, asked.range());
            return SdkResponses.getResponse(Shapes.got(content), request.sending(content.stream(), asked.key()));
        });
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest asked, InputStream payload) {
        var condition = Condition.matches(asked.ifMatch()).and(Condition.matchesNone(asked.ifNoneMatch()));
        var size = asked.contentLength();
        return request.counted(
                A,
                () -> request.drainedIfRefused(payload, size, () -> {
                    var bucket = request.allowed(Action.WRITE, asked.bucket(), asked.key());
                    requirePrivate(asked.acl());
                    requireStandard(asked.storageClass());
                    var body = request.receiving(payload, asked.key());
                    var content = new Content(body, size, md5(asked.contentMD5()), Shapes.attributes(asked));
                    var stored = bucket.put(asked.key(), content, condition, request.quota());
                    return SdkResponses.putResponse(stored.etag());
                }));
    }

    @Override
    public CopyObjectResponse copyBlob(CopyObjectRequest asked) {
        var condition = Condition.matches(asked.copySourceIfMatch())
                .and(Condition.changedFrom(asked.copySourceIfNoneMatch()))
                .and(Condition.modifiedSince(asked.copySourceIfModifiedSince()))
                .and(Condition.unmodifiedSince(asked.copySourceIfUnmodifiedSince()))
                .orFailed();
        return request.counted(A, () -> {
            request.allowed(Action.READ, asked.sourceBucket(), asked.sourceKey());
            var bucket = request.allowed(Action.WRITE, asked.destinationBucket(), asked.destinationKey());
            requirePrivate(asked.acl());
            requireStandard(asked.storageClass());
            var replaces = asked.metadataDirective() == MetadataDirective.REPLACE;
            var attributes = replaces ? Shapes.attributes(asked) : null;
            var copy = bucket.copy(asked.sourceKey(), condition, asked.destinationKey(), attributes, request.quota());
            return SdkResponses.copyResponse(copy.etag(), copy.modifiedAt());
        });
    }

    @Override
    public DeleteObjectResponse removeBlob(DeleteObjectRequest asked) {
        var condition = Condition.hasSize(asked.ifMatchSize())
                .and(Condition.modifiedAt(asked.ifMatchLastModifiedTime()))
                .and(Condition.matchesIfPresent(asked.ifMatch()));
        return request.counted(FREE, () -> {
            request.allowed(Action.DELETE, asked.bucket(), asked.key()).delete(asked.key(), condition);
            return DeleteObjectResponse.builder().build();
        });
    }

    @Override
    public ObjectCannedACL getBlobAccess(String bucket, String key) {
        return request.counted(B, () -> {
            request.allowed(Action.READ, bucket, key).head(key);
            return ObjectCannedACL.PRIVATE;
        });
    }

    @Override
    public void setBlobAccess(String bucket, String key, ObjectCannedACL access) {
        request.counted(A, () -> {
            var folder = request.allowed(Action.WRITE, bucket, key);
            requirePrivate(access);
            return folder.head(key);
        });
    }

    static void requirePrivate(@Nullable ObjectCannedACL access) {
        if (access != null && access != ObjectCannedACL.PRIVATE) {
            throw S3Fault.accessDenied("Objects here are private. Share one by a presigned URL or a share link.");
        }
    }

    /** Of the classes it would have to tell afterwards, as S3 does, the engine keeps none. */
    static void requireStandard(@Nullable StorageClass wanted) {
        if (wanted != null && wanted != StorageClass.STANDARD && wanted != StorageClass.REDUCED_REDUNDANCY) {
            throw S3Fault.invalidStorageClass(wanted.toString());
        }
    }

    static @Nullable String md5(@Nullable String base64) {
        return base64 == null
                ? null
                : HexFormat.of().formatHex(Base64.getDecoder().decode(base64));
    }
}
