package io.bramble.storage.embedded;

import com.google.common.io.ByteStreams;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import org.jspecify.annotations.Nullable;

/**
 * An object, or a range of it, being read.
 *
 * @param lengthBytes how much the stream gives
 * @param contentRange as in HTTP; null for the whole
 */
public record ObjectContent(
        ObjectMeta meta, long lengthBytes, @Nullable String contentRange, InputStream stream) {
    /** @param range {@code bytes=2-5}, {@code bytes=2-} or {@code bytes=-5}; null for the whole */
    static ObjectContent of(ObjectFile.Open open, @Nullable String range) throws IOException {
        var size = open.meta().sizeBytes();
        var first = 0L;
        var last = size - 1;
        if (range != null) {
            var bounds = range.substring("bytes=".length()).split("-", 2);
            first = bounds[0].isEmpty() ? Math.max(0, size - Long.parseLong(bounds[1])) : Long.parseLong(bounds[0]);
            last = bounds[0].isEmpty() || bounds[1].isEmpty() ? last : Math.min(last, Long.parseLong(bounds[1]));
            if (first > last) {
                throw S3Fault.invalidRange();
            }
        }
        open.channel().position(first);
        var length = last - first + 1;
        var stream = ByteStreams.limit(Channels.newInputStream(open.channel()), length);
        var contentRange = range == null ? null : "bytes " + first + "-" + last + "/" + size;
        return new ObjectContent(open.meta(), length, contentRange, stream);
    }
}
