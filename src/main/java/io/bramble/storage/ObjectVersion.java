package io.bramble.storage;

import java.time.Instant;

/**
 * One state an object was in.
 *
 * @param latest what a reader without a version id sees
 * @param deleteMarker says that the object was deleted then; it has no content
 * @param etag without quotes; empty for a delete marker
 */
public record ObjectVersion(
        Id id, boolean latest, boolean deleteMarker, long sizeBytes, Instant modifiedAt, String etag) {
    /** @param versionId "null" for what was written while versions were not kept */
    public record Id(String key, String versionId) {}
}
