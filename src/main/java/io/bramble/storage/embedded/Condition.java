package io.bramble.storage.embedded;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What must hold for the object now under a key. Checked in the same step as what depends on it. */
@FunctionalInterface
public interface Condition {
    Condition NONE = current -> {};

    /**
     * Looks at what is there.
     *
     * @param current null if nothing is
     * @throws S3Fault if it does not hold
     */
    void check(@Nullable ObjectMeta current);

    default Condition and(Condition other) {
        return current -> {
            check(current);
            other.check(current);
        };
    }

    /** For the source of a copy: 412 where a read would answer 304. */
    default Condition orFailed() {
        return current -> {
            try {
                check(current);
            } catch (S3Fault fault) {
                throw fault.status() == 304 ? S3Fault.preconditionFailed() : fault;
            }
        };
    }

    /** For a write: an object of this ETag is there; of any, with {@code *}. */
    static Condition matches(@Nullable String etag) {
        return current -> {
            if (etag != null && current == null) {
                throw S3Fault.noSuchKey();
            }
            if (etag != null && current != null && !names(etag, current)) {
                throw S3Fault.preconditionFailed();
            }
        };
    }

    /** For a delete: the object, if there is one, has this ETag. */
    static Condition matchesIfPresent(@Nullable String etag) {
        return current -> {
            if (current != null) {
                matches(etag).check(current);
            }
        };
    }

    /** For a write: nothing is there, with {@code *}; or nothing of this ETag. */
    static Condition matchesNone(@Nullable String etag) {
        return current -> {
            if (etag != null && current != null && names(etag, current)) {
                throw S3Fault.preconditionFailed();
            }
        };
    }

    /** For a read: 304 if it has this ETag. */
    static Condition changedFrom(@Nullable String etag) {
        return current -> {
            if (etag != null && current != null && names(etag, current)) {
                throw S3Fault.notModified(current.etag());
            }
        };
    }

    /** For a read: 304 if it is not younger. HTTP's times are whole seconds. */
    static Condition modifiedSince(@Nullable Instant time) {
        return current -> {
            if (time != null && current != null && !seconds(current).isAfter(time)) {
                throw S3Fault.notModified(current.etag());
            }
        };
    }

    static Condition unmodifiedSince(@Nullable Instant time) {
        return current -> {
            if (time != null && current != null && seconds(current).isAfter(time)) {
                throw S3Fault.preconditionFailed();
            }
        };
    }

    /** For a delete: the object, if there is one, has this size. */
    static Condition hasSize(@Nullable Long bytes) {
        return current -> {
            if (bytes != null && current != null && bytes != current.sizeBytes()) {
                throw S3Fault.preconditionFailed();
            }
        };
    }

    /** For a delete: the object, if there is one, was written then. */
    static Condition modifiedAt(@Nullable Instant time) {
        return current -> {
            if (time != null && current != null && !seconds(current).equals(time.truncatedTo(ChronoUnit.SECONDS))) {
                throw S3Fault.preconditionFailed();
            }
        };
    }

    private static Instant seconds(ObjectMeta object) {
        return object.modifiedAt().truncatedTo(ChronoUnit.SECONDS);
    }

    private static boolean names(String etag, ObjectMeta object) {
        return etag.equals("*") || etag.replace("\"", "").equals(object.etag());
    }
}
