package io.bramble.bucket;

/**
 * A file that wants to be uploaded.
 *
 * @param key the whole S3 key
 * @param contentType empty for unknown
 */
public record FileWish(String key, long sizeBytes, String contentType) {}
