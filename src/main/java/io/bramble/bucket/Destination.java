package io.bramble.bucket;

import java.util.UUID;

/**
 * Where copies go.
 *
 * @param folder empty for the bucket itself, else ends in "/"
 */
public record Destination(UUID bucketId, String folder, Duplicates duplicates) {}
