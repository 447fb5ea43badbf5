package io.bramble.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/**
 * How a presigned download answers.
 *
 * @param fileName saved under this name by the browser, at most {@value #LONGEST_NAME} bytes of UTF-8; null shows it in place
 * @param contentType overrides the stored type; null keeps it
 */
public record DownloadAs(
        @Nullable String fileName, @Nullable String contentType) {
    /** File systems take 255, and browsers append something of their own while they save. */
    static final int LONGEST_NAME = 200;

    public static DownloadAs stored() {
        return new DownloadAs(null, null);
    }

    /** To be saved under this name, which is cut before its extension if no file may have it. */
    public static DownloadAs file(String name) {
        return new DownloadAs(shortened(name), null);
    }

    private static String shortened(String name) {
        if (bytes(name) <= LONGEST_NAME) return name;
        var dot = name.lastIndexOf('.');
        var extension = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
        var stem = new StringBuilder(name.substring(0, name.length() - extension.length()));
        while (bytes(stem + extension) > LONGEST_NAME) {
            stem.setLength(stem.offsetByCodePoints(stem.length(), -1));
        }
        return stem + extension;
    }

    private static int bytes(String name) {
        return name.getBytes(UTF_8).length;
    }
}
