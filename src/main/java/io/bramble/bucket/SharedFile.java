package io.bramble.bucket;

import java.time.Instant;

/**
 * A file as a link shows it.
 *
 * @param path below what is shared; empty where that is the file itself
 */
public record SharedFile(String path, String name, long sizeBytes, Instant modifiedAt) {}
