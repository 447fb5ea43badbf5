package io.bramble.ui.files;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What kind of file a name speaks of. */
final class FileIcons {
    private static final String OTHER = "vaadin:file-o";
    private static final Map<String, String> BY_ENDING = Map.of(
                    "vaadin:file-picture", "jpg jpeg png gif webp avif svg heic tif tiff bmp ico",
                    "vaadin:file-movie", "mp4 mov mkv webm avi m4v mpg mpeg",
                    "vaadin:file-sound", "mp3 wav flac ogg m4a aac opus",
                    "vaadin:file-zip", "zip gz tgz bz2 xz zst 7z rar tar jar",
                    "vaadin:file-code", "js ts java py rb go rs c h cpp cs sh html css xml json yaml yml sql toml kt",
                    "vaadin:file-table", "csv tsv xls xlsx ods parquet",
                    "vaadin:file-text-o", "txt md log pdf doc docx odt rtf")
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
