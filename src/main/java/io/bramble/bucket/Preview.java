package io.bramble.bucket;

import static java.util.Map.entry;

import io.bramble.storage.DownloadAs;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a browser may show of a file in place: never what could act, so no HTML, XML or script, whatever type was stored.
 *
 * @param contentType the engine is made to answer with this one
 */
public record Preview(Kind kind, String contentType) {
    /** How it is shown. */
    public enum Kind {
        IMAGE,
        VIDEO,
        AUDIO,
        PDF,
        TEXT
    }

    private static final long LARGEST_IMAGE_BYTES = 25L << 20;
    private static final Preview SVG = new Preview(Kind.IMAGE, "image/svg+xml");
    private static final Preview PLAIN = new Preview(Kind.TEXT, "text/plain; charset=utf-8");

    private static final Map<String, Preview> BY_ENDING = Map.ofEntries(
            entry("png", new Preview(Kind.IMAGE, "image/png")),
            entry("jpg", new Preview(Kind.IMAGE, "image/jpeg")),
            entry("jpeg", new Preview(Kind.IMAGE, "image/jpeg")),
            entry("gif", new Preview(Kind.IMAGE, "image/gif")),
            entry("webp", new Preview(Kind.IMAGE, "image/webp")),
            entry("avif", new Preview(Kind.IMAGE, "image/avif")),
            entry("bmp", new Preview(Kind.IMAGE, "image/bmp")),
            entry("ico", new Preview(Kind.IMAGE, "image/x-icon")),
            entry("svg", SVG),
            entry("mp4", new Preview(Kind.VIDEO, "video/mp4")),
            entry("m4v", new Preview(Kind.VIDEO, "video/mp4")),
            entry("webm", new Preview(Kind.VIDEO, "video/webm")),
            entry("mov", new Preview(Kind.VIDEO, "video/quicktime")),
            entry("mp3", new Preview(Kind.AUDIO, "audio/mpeg")),
            entry("m4a", new Preview(Kind.AUDIO, "audio/mp4")),
            entry("ogg", new Preview(Kind.AUDIO, "audio/ogg")),
            entry("opus", new Preview(Kind.AUDIO, "audio/ogg")),
            entry("wav", new Preview(Kind.AUDIO, "audio/wav")),
            entry("flac", new Preview(Kind.AUDIO, "audio/flac")),
            entry("pdf", new Preview(Kind.PDF, "application/pdf")),
            entry("txt", PLAIN),
            entry("log", PLAIN),
            entry("md", PLAIN),
            entry("csv", PLAIN),
            entry("json", PLAIN));

    /** Code that a browser would not run as it is; pages, XML and JavaScript are not among it. */
    private static final Set<String> CODE = Set.of(
            "c",
            "conf",
            "cpp",
            "css",
            "env",
            "go",
            "h",
            "ini",
            "java",
            "kt",
            "properties",
            "py",
            "rb",
            "rs",
            "sh",
            "sql",
            "toml",
            "ts",
            "tsv",
            "yaml",
            "yml");

    /** Whether it is not too large for that: a browser takes a whole picture into its memory. */
    public boolean fits(long sizeBytes) {
        return kind != Kind.IMAGE || sizeBytes <= LARGEST_IMAGE_BYTES;
    }

    /** SVG may hold scripts, which do not run in an image: as a page of its own it is saved and not opened. */
    DownloadAs answer(String key) {
        var fileName = equals(SVG) ? DownloadAs.file(FileKey.lastSegment(key)).fileName() : null;
        return new DownloadAs(fileName, contentType);
    }

    /** By the ending of its name; empty for what is downloaded only. */
    public static Optional<Preview> of(String key) {
        var ending = key.substring(key.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (CODE.contains(ending)) return Optional.of(PLAIN);
        return Optional.ofNullable(BY_ENDING.get(ending));
    }
}
