/** The embedded engine's door: S3Proxy answers HTTP and checks signatures, {@code storage.embedded} keeps the data. */
@NullMarked
package io.bramble.storage.s3proxy;

import org.jspecify.annotations.NullMarked;
