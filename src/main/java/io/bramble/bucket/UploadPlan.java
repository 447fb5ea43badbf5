package io.bramble.bucket;

import java.time.Instant;
import java.util.UUID;

/**
 * Leave to upload into one bucket.
 *
 * @param ticket the bearer that signs for this upload alone; shown once
 * @param prefix of every key, empty for any
 * @param expiresAt an hour ahead; every use moves it on
 */
public record UploadPlan(UUID uploadId, String ticket, String prefix, Instant expiresAt) {
    @Override
    public String toString() {
        return "UploadPlan[" + uploadId + "]";
    }
}
