package io.bramble.ui.files;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What kind of file a name speaks of, as an SVG path in a box of 16 × 16. The drawings are those of Vaadin Icons (Apache 2.0);
 * its component has five times as many elements, which tells in a long table.
 */
final class FileIcons {
    static final String FOLDER = "M16 15h-16v-11h1l1-2h4l1 2h9z";
    static final String REMOVED = "M12 15h-10v-14h6v4h4v2.59l1-1v-2.59l-4-4h-8v16h12v-2.59l-1-1v2.59zM9 1l3 3h-3v-3zM15"
            + " 8l-1-1-2 2-2-2-1 1 2 2-2 2 1 1 2-2 2 2 1-1-2-2 2-2z";
    static final String LOADING =
            "M4 8c0 1.105-0.895 2-2 2s-2-0.895-2-2c0-1.105 0.895-2 2-2s2 0.895 2 2zM10 8c0 1.105-0.895"
                    + " 2-2 2s-2-0.895-2-2c0-1.105 0.895-2 2-2s2 0.895 2 2zM16 8c0 1.105-0.895 2-2"
                    + " 2s-2-0.895-2-2c0-1.105 0.895-2 2-2s2 0.895 2 2z";

    private static final String OTHER = "M10 0h-8v16h12v-12l-4-4zM9 5h4v10h-10v-14h6v4zM10 4v-3l3 3h-3z";
    private static final Map<String, String> BY_ENDING = Map.of(
                    OTHER + "M4 11.5v2.5h8v-1.7c0 0 0.1-1.3-1.3-1.5-1.3-0.2-1.5 0.4-2.5 0.5-0.8 0-0.6-1.3-2.2-1.3-1.2"
                            + " 0-2 1.5-2 1.5zM12 8.5c0 0.828-0.672 1.5-1.5 1.5s-1.5-0.672-1.5-1.5c0-0.828 0.672-1.5"
                            + " 1.5-1.5s1.5 0.672 1.5 1.5z",
                    "jpg jpeg png gif webp avif svg heic tif tiff bmp ico",
                    OTHER + "M10 10v-2h-6v5h6v-2l2 2v-5z",
                    "mp4 mov mkv webm avi m4v mpg mpeg",
                    OTHER + "M11.4 10.5c0 1.2-0.4 2.2-1 3l0.4 0.5c0.7-0.9 1.2-2.1 1.2-3.5s-0.5-2.6-1.2-3.5l-0.4 0.5c0.6"
                            + " 0.8 1 1.9 1 3zM9.9 8l-0.4 0.5c0.4 0.5 0.7 1.2 0.7 2s-0.3 1.5-0.7 2l0.4 0.5c0.5-0.6 0.8-1.5"
                            + " 0.8-2.5s-0.3-1.8-0.8-2.5zM9.1 9l-0.4 0.5c0.2 0.3 0.3 0.6 0.3 1s-0.1 0.7-0.3 1l0.4"
                            + " 0.5c0.3-0.4 0.5-0.9 0.5-1.5s-0.2-1.1-0.5-1.5zM6 9h-2v3h2l2 2v-7z",
                    "mp3 wav flac ogg m4a aac opus",
                    "M10 0h-8v16h12v-12l-4-4zM9 15h-4v-2.8l0.7-2.2h2.4l0.9 2.2v2.8zM13"
                            + " 15h-3v-3l-1-3h-2v-1h-2v1l-1 3v3h-1v-14h4v1h2v1h-2v1h2v1h4v10zM10 4v-3l3 3h-3zM5"
                            + " 6h2v1h-2v-1zM5 2h2v1h-2v-1zM5 4h2v1h-2v-1zM7 5h2v1h-2v-1zM7 7h2v1h-2v-1zM6 12h2v2h-2v-2z",
                    "zip gz tgz bz2 xz zst 7z rar tar jar",
                    OTHER + "M6.2 13h-0.7l-2-2.5 2-2.5h0.7l-2 2.5zM9.8 13h0.7l2-2.5-2-2.5h-0.7l2 2.5zM6.7"
                            + " 14h0.6l2.1-7h-0.8z",
                    "js ts java py rb go rs c h cpp cs sh html css xml json yaml yml sql toml kt",
                    OTHER + "M4 7v6h8v-6h-8zM6 12h-1v-1h1v1zM6 10h-1v-1h1v1zM9 12h-2v-1h2v1zM9 10h-2v-1h2v1zM11"
                            + " 12h-1v-1h1v1zM11 10h-1v-1h1v1z",
                    "csv tsv xls xlsx ods parquet",
                    OTHER + "M4 7h8v1h-8v-1zM4 9h8v1h-8v-1zM4 11h8v1h-8v-1z",
                    "txt md log pdf doc docx odt rtf")
            .entrySet()
            .stream()
            .flatMap(kind -> Stream.of(kind.getValue().split(" ")).map(ending -> Map.entry(ending, kind.getKey())))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private FileIcons() {}

    static String of(String name) {
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return BY_ENDING.getOrDefault(ending, OTHER);
    }
}
