package io.bramble.bucket;

import java.time.Instant;
import java.util.UUID;

/**
 * The first label of an endpoint, which holds an account's buckets.
 *
 * @param endpoint what programs use, without a bucket's name
 */
public record Namespace(UUID id, String name, String endpoint, Instant createdAt) {}
