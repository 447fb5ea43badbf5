package io.bramble.storage.embedded;

import org.jspecify.annotations.Nullable;

/** A refusal in S3's words: what the client of the embedded engine will read. */
public final class S3Fault extends RuntimeException {
    private final int status;
    private final String code;
    private final @Nullable String etag;

    private S3Fault(int status, String code, String message, @Nullable String etag) {
        super(message);
        this.status = status;
        this.code = code;
        this.etag = etag;
    }

    private static S3Fault of(int status, String code, String message) {
        return new S3Fault(status, code, message, null);
    }

    public static S3Fault accessDenied(String why) {
        return of(403, "AccessDenied", why);
    }

    public static S3Fault noSuchBucket(String bucket) {
        return of(404, "NoSuchBucket", "There is no bucket " + bucket + ".");
    }

    public static S3Fault noSuchKey() {
        return of(404, "NoSuchKey", "There is no object of that key.");
    }

    static S3Fault noSuchUpload() {
        return of(404, "NoSuchUpload", "There is no such upload; it was completed, aborted, or never begun.");
    }

    static S3Fault keyTooLong(int bytes) {
        return of(400, "KeyTooLongError", "A key has at most 1,024 bytes; this one has " + bytes + ".");
    }

    /** 403 and not 507: clients repeat a 5xx, and this one helps nobody. */
    static S3Fault quotaExceeded(long limitBytes) {
        return of(
                403,
                "QuotaExceeded",
                "The bucket's quota of " + limitBytes + " bytes would be exceeded. Delete objects or raise the quota.");
    }

    static S3Fault storageFull() {
        return of(507, "StorageFull", "The disk of this engine is full. Nothing was stored.");
    }

    static S3Fault incompleteBody(long declared, long received) {
        return of(400, "IncompleteBody", declared + " bytes were declared but " + received + " arrived.");
    }

    static S3Fault badDigest() {
        return of(400, "BadDigest", "The Content-MD5 does not match what arrived.");
    }

    static S3Fault preconditionFailed() {
        return of(412, "PreconditionFailed", "At least one of the preconditions you specified did not hold.");
    }

    /** Without a code: 304 has no body. */
    static S3Fault notModified(String etag) {
        return new S3Fault(304, "", "Not modified.", etag);
    }

    static S3Fault invalidRange() {
        return of(416, "InvalidRange", "The requested range is not satisfiable.");
    }

    static S3Fault invalidPart(int number) {
        return of(400, "InvalidPart", "Part " + number + " was not uploaded, or its ETag differs.");
    }

    public static S3Fault invalidStorageClass(String name) {
        return of(400, "InvalidStorageClass", "There is no storage class " + name + " here, only STANDARD.");
    }

    public static S3Fault bucketAlreadyOwnedByYou() {
        return of(409, "BucketAlreadyOwnedByYou", "The bucket exists and is yours.");
    }

    public static S3Fault invalidArgument(String why) {
        return of(400, "InvalidArgument", why);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public @Nullable String etag() {
        return etag;
    }
}
