/**
 * The conversation with one engine: objects, presigning, buckets, keys, quota, usage; what an engine lacks is a missing
 * {@link io.bramble.storage.Capability}. Takes endpoint and credentials as values and knows no accounts.
 *
 * <p>{@code storage.minio} speaks S3 to every engine, {@code storage.s3proxy} is the embedded engine; no type of either
 * SDK leaves its package.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.bramble.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
