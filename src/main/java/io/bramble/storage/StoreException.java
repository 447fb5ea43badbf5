package io.bramble.storage;

import org.jspecify.annotations.Nullable;

/** Why an engine did not do it. Messages name no secret and may be shown to operators. */
public abstract sealed class StoreException extends RuntimeException {
    private StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    private StoreException(String message) {
        super(message);
    }

    /** The engine has no room at all, whatever the bucket may hold: nobody but an operator can help. */
    public static final class StorageFull extends StoreException {
        public StorageFull() {
            super("The storage is full. Its operator has to make room; reading and deleting go on.");
        }
    }

    /** Not reached, timed out, or answered 5xx: try again later. */
    public static final class StoreUnavailable extends StoreException {
        public StoreUnavailable(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    public static final class NoSuchBucket extends StoreException {
        public NoSuchBucket(String bucket) {
            super("There is no bucket " + bucket + ".");
        }
    }

    public static final class NoSuchObject extends StoreException {
        public NoSuchObject(String bucket, String key) {
            super("There is no object " + key + " in bucket " + bucket + ".");
        }
    }

    /** There is a bucket of that name, and it is not the caller's to change. */
    public static final class BucketOfAnother extends StoreException {
        public BucketOfAnother(String bucket) {
            super("The engine has a bucket " + bucket + " that was made for somebody else.");
        }
    }

    public static final class NoSuchUpload extends StoreException {
        public NoSuchUpload() {
            super("There is no such upload; it was completed, aborted, or never begun.");
        }
    }

    /** Somebody else was faster. */
    public static final class Changed extends StoreException {
        public Changed(String key) {
            super(key + " has been changed in the meantime.");
        }
    }

    /** Something has that name, and was to be left alone. */
    public static final class Taken extends StoreException {
        public Taken(String key) {
            super("There is something named " + key + " already.");
        }
    }

    /** The content is not what its checksum says. */
    public static final class Damaged extends StoreException {
        public Damaged(String key) {
            super("What arrived of " + key + " is not what was sent.");
        }
    }

    public static final class BucketNotEmpty extends StoreException {
        public BucketNotEmpty(String bucket) {
            super("Bucket " + bucket + " still holds objects.");
        }
    }

    /** The access key is unknown, revoked, expired, or does not reach that far. */
    public static final class AccessDenied extends StoreException {
        public AccessDenied(String message) {
            super(message);
        }
    }

    public static final class QuotaExceeded extends StoreException {
        public QuotaExceeded(String message) {
            super(message);
        }
    }

    public static final class TooLarge extends StoreException {
        public TooLarge(String key, long maxBytes) {
            super(key + " is larger than " + maxBytes + " bytes.");
        }
    }

    /** An S3 key has at most 1,024 bytes as UTF-8. */
    public static final class KeyTooLong extends StoreException {
        public KeyTooLong(int bytes) {
            super("A file's path has at most 1,024 bytes; this one has " + bytes + ".");
        }
    }

    /** The engine cannot do this at all; see {@link Capabilities}. */
    public static final class NotSupportedByEngine extends StoreException {
        public NotSupportedByEngine(Capability capability) {
            super("This engine has no " + capability.words() + ".");
        }
    }

    /** Anything else the engine refused: a bug of ours or a broken engine. */
    public static final class Refused extends StoreException {
        private final String code;

        public Refused(String code, String message, @Nullable Throwable cause) {
            super(code + ": " + message, cause);
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
