package io.bramble.storage.minio;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bramble.storage.Capability;
import io.bramble.storage.StoreException;
import io.bramble.storage.StoreException.AccessDenied;
import io.bramble.storage.StoreException.BucketNotEmpty;
import io.bramble.storage.StoreException.Changed;
import io.bramble.storage.StoreException.Damaged;
import io.bramble.storage.StoreException.NoSuchBucket;
import io.bramble.storage.StoreException.NoSuchObject;
import io.bramble.storage.StoreException.NoSuchUpload;
import io.bramble.storage.StoreException.NotSupportedByEngine;
import io.bramble.storage.StoreException.QuotaExceeded;
import io.bramble.storage.StoreException.Refused;
import io.bramble.storage.StoreException.StorageFull;
import io.bramble.storage.StoreException.StoreUnavailable;
import io.minio.Xml;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.ServerException;
import io.minio.errors.XmlParserException;
import io.minio.messages.ErrorResponse;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** What an engine answered, in this module's words. */
final class Answers {
    private Answers() {}

    static StoreException of(Throwable problem, String bucket) {
        return switch (problem) {
            case ErrorResponseException e -> of(e.response().code(), e.errorResponse(), bucket, "");
            case ServerException e -> new StoreUnavailable("The engine answered " + e.statusCode() + ".", e);
            case IOException e -> new StoreUnavailable("The engine cannot be reached: " + e.getMessage(), e);
            default -> new Refused("Unexpected", String.valueOf(problem.getMessage()), problem);
        };
    }

    static StoreException of(int status, @Nullable String body, String bucket, String key) {
        return of(status, parse(body), bucket, key);
    }

    private static StoreException of(int status, @Nullable ErrorResponse error, String bucket, String key) {
        var code = error == null || error.code() == null ? "" : error.code();
        var message = error == null || error.message() == null ? "HTTP " + status : error.message();
        return switch (code) {
            case "NoSuchBucket" -> new NoSuchBucket(bucket);
            case "NoSuchKey" -> new NoSuchObject(bucket, key);
            case "NotImplemented" -> new Refused(code, message, null);
            case "NoSuchUpload" -> new NoSuchUpload();
            case "PreconditionFailed" -> new Changed(key);
            case "XMinioInvalidObjectName", "XMinioInvalidResourceName" -> new NotSupportedByEngine(Capability.ANY_KEY);
            case "XAmzContentChecksumMismatch", "BadDigest" -> new Damaged(key);
            case "BucketNotEmpty" -> new BucketNotEmpty(bucket);
            case "XMinioStorageFull" -> new StorageFull();
            case "QuotaExceeded", "XMinioAdminBucketQuotaExceeded" -> new QuotaExceeded(message);
            case "AccessDenied", "InvalidAccessKeyId", "SignatureDoesNotMatch" -> new AccessDenied(message);
            default -> byStatus(status, code, message, bucket, key);
        };
    }

    /** Copies and completions may fail after their headers went out. */
    static void refuseLateError(HttpResponse<byte[]> answer, String bucket, String key) {
        var body = new String(answer.body(), UTF_8);
        if (body.contains("<Error>")) {
            throw of(500, body, bucket, key);
        }
    }

    private static StoreException byStatus(int status, String code, String message, String bucket, String key) {
        if (status == 404) {
            return new NoSuchObject(bucket, key);
        }
        if (status == 403) {
            return new AccessDenied(message);
        }
        if (message.contains("no space left on device")) {
            return new StorageFull(); // told as an internal error by MinIO
        }
        return status >= 500 ? new StoreUnavailable(message, null) : new Refused(code, message, null);
    }

    private static @Nullable ErrorResponse parse(@Nullable String body) {
        if (body == null || body.isBlank()) {
            return null;
        }
        try {
            return Xml.unmarshal(ErrorResponse.class, new StringReader(body));
        } catch (XmlParserException e) {
            return null;
        }
    }
}
