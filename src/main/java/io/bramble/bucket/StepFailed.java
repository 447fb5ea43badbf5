package io.bramble.bucket;

import io.bramble.provisioning.EngineUnavailable;
import io.bramble.storage.StoreException;
import io.bramble.work.LeaseLost;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends a pass at the step that failed. */
final class StepFailed extends RuntimeException {
    private static final Logger LOG = LoggerFactory.getLogger(StepFailed.class);

    private final Kind kind;
    private final String message;

    /** What to expect of another try. */
    enum Kind {
        /** Time will do. */
        WAITING("Waiting"),
        /** Likely to pass. */
        RETRYING("Retrying"),
        /** Not before somebody has changed something. */
        FAILED(Bucket.FAILED);

        private final String reason;

        Kind(String reason) {
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    private StepFailed(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.message = message;
    }

    static StepFailed of(RuntimeException cause, Bucket bucket) {
        return switch (cause) {
            case LeaseLost lost -> throw lost;
            case EngineUnavailable away ->
                new StepFailed(Kind.WAITING, away.getMessage() + " Bramble keeps trying.", away);
            case StillLocked locked -> new StepFailed(Kind.FAILED, String.valueOf(locked.getMessage()), locked);
            case StoreException.StoreUnavailable away ->
                new StepFailed(
                        Kind.RETRYING,
                        "The storage engine does not answer as it should. Bramble tries again.",
                        log(bucket, away));
            case StoreException.StorageFull full ->
                new StepFailed(
                        Kind.RETRYING,
                        "The storage is full. Its operator has to make room; Bramble tries again.",
                        log(bucket, full));
            case StoreException.AccessDenied denied ->
                new StepFailed(
                        Kind.RETRYING, "The new access does not work yet. Bramble tries again.", log(bucket, denied));
            case StoreException.BucketOfAnother another ->
                new StepFailed(
                        Kind.FAILED,
                        "The storage engine holds a bucket of this name that Bramble did not make, and leaves it alone."
                                + " Delete this bucket and choose another name.",
                        log(bucket, another));
            case StoreException refused ->
                new StepFailed(
                        Kind.FAILED, "The storage engine refused. An operator has to look.", log(bucket, refused));
            default -> unexpected(cause, bucket);
        };
    }

    private static StepFailed unexpected(RuntimeException cause, Bucket bucket) {
        var id = UUID.randomUUID();
        LOG.error("{}: the pass of bucket {} failed", id, bucket.id(), cause);
        return new StepFailed(
                Kind.RETRYING, "Something unexpected went wrong (" + id + "). Bramble tries again.", cause);
    }

    private static StoreException log(Bucket bucket, StoreException cause) {
        LOG.warn("The pass of bucket {} ended early: {}", bucket.id(), cause.getMessage());
        return cause;
    }

    Kind kind() {
        return kind;
    }

    String message() {
        return message;
    }
}
