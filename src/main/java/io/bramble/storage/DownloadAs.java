package io.bramble.storage;

import org.jspecify.annotations.Nullable;

/**
 * How a presigned download answers.
 *
 * @param fileName saved under this name by the browser; null shows it in place
 * @param contentType overrides the stored type; null keeps it
 */
public record DownloadAs(
        @Nullable String fileName, @Nullable String contentType) {
    public static DownloadAs stored() {
        return new DownloadAs(null, null);
    }

    public static DownloadAs file(String name) {
        return new DownloadAs(name, null);
    }
}
