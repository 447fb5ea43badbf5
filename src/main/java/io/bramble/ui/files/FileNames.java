package io.bramble.ui.files;

import java.util.regex.Pattern;

/** Names as they are, with what would hide, reorder or vanish made visible. */
final class FileNames {
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]|^ +| +$|  +");

    private FileNames() {}

    static String visible(String name) {
        if (name.isEmpty()) return "(no name)";
        return UNSEEN.matcher(name)
                .replaceAll(match ->
                        match.group().codePoints().mapToObj(FileNames::sign).reduce("", String::concat));
    }

    /** The part after the last slash; a folder's own name, without its slash. */
    static String last(String key) {
        var path = key.endsWith("/") ? key.substring(0, key.length() - 1) : key;
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** A browser takes these for the way up, however they are written, unless they are only a part of a path. */
    static boolean isWayUp(String name) {
        return name.equals(".") || name.equals("..");
    }

    private static String sign(int code) {
        if (code == ' ') return "␣";
        if (code < 0x20) return Character.toString(0x2400 + code);
        if (code == 0x7f) return "␡";
        // joins the parts of one emoji
        return code == 0x200d ? Character.toString(code) : "‹U+%04X›".formatted(code);
    }
}
