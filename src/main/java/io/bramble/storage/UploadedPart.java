package io.bramble.storage;

/**
 * A part that has arrived.
 *
 * @param number 1 to 10,000
 * @param etag without quotes
 */
public record UploadedPart(int number, long sizeBytes, String etag) {}
