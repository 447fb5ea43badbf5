/**
 * A bucket store in a folder, without any SDK: objects, unfinished uploads, usage, access keys, traffic counters.
 *
 * <p>S3Proxy's own file system store could not be used: it writes unfinished objects under visible names, cannot hold
 * {@code a} beside {@code a/b}, nor {@code a//b}, nor names above 255 bytes, and keeps an object's metadata apart from
 * its bytes. Here one rename makes an object appear, complete, or not at all.
 */
@NullMarked
package io.bramble.storage.embedded;

import org.jspecify.annotations.NullMarked;
