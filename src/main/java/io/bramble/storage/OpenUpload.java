package io.bramble.storage;

import java.time.Instant;

/** An upload that was neither completed nor aborted. */
public record OpenUpload(MultipartUpload upload, Instant begunAt) {}
