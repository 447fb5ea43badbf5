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

    /** The last part of a key, as a file is called on a disk. */
    static String last(String key) {
        return key.substring(key.lastIndexOf('/') + 1);
    }

    /** For a shell: literal whatever the name holds. */
    static String quoted(String text) {
        return text.matches("[A-Za-z0-9_./:@=+-]*") ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    private static String sign(int code) {
        if (code == ' ') return "␣";
        if (code < 0x20) return Character.toString(0x2400 + code);
        if (code == 0x7f) return "␡";
        // joins the parts of one emoji
        return code == 0x200d ? Character.toString(code) : "‹U+%04X›".formatted(code);
    }
}
