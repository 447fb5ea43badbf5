/**
 * S3 spoken to any engine.
 *
 * <p>Calls whose key stands in the path are signed by {@link io.bramble.storage.minio.Signature} and sent by the JDK:
 * okhttp, below the MinIO client, rewrites {@code ..} and {@code .} in paths. The client does the rest.
 */
@NullMarked
package io.bramble.storage.minio;

import org.jspecify.annotations.NullMarked;
