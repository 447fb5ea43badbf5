package io.bramble.storage;

/** An upload in parts that is under way. */
public record MultipartUpload(String bucket, String key, String id) {}
